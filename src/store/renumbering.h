#pragma once

#include "store/bytes.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tela::store {

/// Which of the numbers 0 to count - 1 are in use, and what each of these becomes. Where most keep
/// their distance from their neighbours it holds a quarter of a byte a number, so that a look-up
/// finds it in the cache. Numbers that are too large throw base::Error(input): a damaged store.
class Renumbering {
 public:
  explicit Renumbering(std::uint64_t count)
      : count_(count), used_((count + block - 1) / block), blocks_(used_.size()) {}

  void use(std::uint64_t old) {
    if (old >= count_) fail_damaged("an id is not in the dictionary");
    used_[old / block] |= std::uint64_t{1} << (old % block);
  }

  /// The first number in use from `old` on; size() when there is none.
  [[nodiscard]] std::uint64_t next_used(std::uint64_t old) const noexcept;
  [[nodiscard]] std::uint64_t size() const noexcept { return count_; }

  /// What number `old`, which is in use, becomes. To be called for all of them in ascending order,
  /// then finish().
  void assign(std::uint64_t old, std::uint64_t now);
  void finish() { end_block(); }

  /// What was assigned to `old`; any number when it is not in use.
  [[nodiscard]] std::uint64_t operator[](std::uint64_t old) const {
    if (old >= count_) fail_damaged("an id is not in the dictionary");
    const std::uint64_t first = blocks_[old / block];
    return (first & listed) == 0 ? first + old % block : listed_[(first & ~listed) + old % block];
  }

 private:
  static constexpr std::uint64_t block = 64;
  static constexpr std::uint64_t listed = std::uint64_t{1} << 63U;
  void end_block();

  std::uint64_t count_;
  std::vector<std::uint64_t> used_; // a bit a number
  // By block: what its first number becomes or would become, and the others in step with it; or
  // where its numbers stand in listed_.
  std::vector<std::uint64_t> blocks_;
  std::vector<std::uint64_t> listed_;
  std::uint64_t current_ = 0; // block that is being assigned
  std::array<std::uint64_t, block> now_{};
};

} // namespace tela::store
