#pragma once

#include "sparql/results/result_table.h"

#include <cstddef>
#include <iterator>
#include <string_view>

namespace tela::sparql::results {

/// What reading a result of `bytes` takes, for as long as it is read: a parser makes a tree of the
/// whole text, of up to this many bytes a byte where there is little but brackets.
class TreeMemory {
 public:
  TreeMemory(const ReadLimits& limits, std::size_t bytes)
      : memory_(limits.memory), bytes_(bytes * bytes_of_one) {
    if (memory_ != nullptr) memory_->charge(bytes_);
  }
  ~TreeMemory() {
    if (memory_ != nullptr) memory_->release(bytes_);
  }
  TreeMemory(const TreeMemory&) = delete;
  TreeMemory& operator=(const TreeMemory&) = delete;

 private:
  static constexpr std::size_t bytes_of_one = 24;
  base::MemoryBudget* memory_;
  std::size_t bytes_;
};

/// The characters of a text for a parser that takes no other hint to stop: now and then, reading
/// one throws Error(limit).
class WatchedText {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  WatchedText(const char* at, const base::Cancellation* cancellation)
      : at_(at), cancellation_(cancellation) {}

  reference operator*() const { return *at_; }
  WatchedText& operator++() {
    constexpr std::size_t interval = std::size_t{1} << 14U;
    ++at_;
    if (++read_ % interval == 0 && cancellation_ != nullptr) cancellation_->check();
    return *this;
  }
  bool operator==(const WatchedText& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const base::Cancellation* cancellation_;
  std::size_t read_ = 0;
};

} // namespace tela::sparql::results
