#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace tela::store {

/// A string that a batch of statements uses, and what kind of term it is: 0 blank node, 1 IRI,
/// from 2 on literals, each with a datatype and language of its own.
struct BatchTerm {
  const char* data = nullptr;
  std::uint32_t length = 0;
  std::uint32_t kind = 0;

  [[nodiscard]] std::string_view text() const noexcept { return {data, length}; }
};

/// Different terms, numbered in the order in which they first came. Owns their text.
class TermTable {
 public:
  TermTable();

  /// The number of the term, new or old. REQUIRES: fewer than 2^31 terms, text below 4 GiB. Cost:
  /// a hash look-up.
  std::uint32_t intern(std::string_view text, std::uint32_t kind);

  [[nodiscard]] std::span<const BatchTerm> terms() const noexcept { return terms_; }
  /// Bytes held.
  [[nodiscard]] std::size_t memory() const noexcept;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number_plus_one = 0;
  };
  [[nodiscard]] const char* keep(std::string_view text);
  void grow();

  std::vector<BatchTerm> terms_;
  std::vector<Slot> slots_;                     // a power of two
  std::vector<std::unique_ptr<char[]>> chunks_; // NOLINT(*-c-arrays)
  std::size_t chunk_bytes_ = 0, chunk_used_ = 0, text_bytes_ = 0;
};

/// Different 64-bit words, numbered in the order in which they first came.
class WordTable {
 public:
  WordTable();

  std::uint32_t intern(std::uint64_t word);
  [[nodiscard]] std::span<const std::uint64_t> words() const noexcept { return words_; }
  [[nodiscard]] std::size_t memory() const noexcept;

 private:
  void grow();
  [[nodiscard]] std::size_t home(std::uint64_t word) const noexcept;

  std::uint64_t seed_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> slots_; // number + 1; a power of two
};

} // namespace tela::store
