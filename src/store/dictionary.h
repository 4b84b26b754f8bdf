#pragma once

#include "store/checked_bytes.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tela::store {

/// A string of a dictionary, with a number that tells strings of equal bytes apart: the rank of a
/// literal's datatype and language; 0 for IRIs and blank nodes.
struct DictionaryKey {
  std::string_view text;
  std::uint32_t kind = 0;

  auto operator<=>(const DictionaryKey&) const = default;
};

/// Whether the strings of a dictionary carry kinds.
enum class Kinds : std::uint8_t { none, one_each };

/// Sorted strings, front-coded in blocks; the place in the order is the number of a string. A view
/// of a section of the store's bytes; thread-safe. Everything throws base::Error(input) when the
/// bytes are damaged.
class Dictionary {
 public:
  static constexpr std::uint64_t block_strings = 16;

  /// Checks that the offsets of the blocks lie within the section. `checks` (not owned, may be
  /// null) are those of the file that it is part of.
  Dictionary(std::string_view section, Kinds kinds, const CheckedBytes* checks = nullptr);

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

  /// The number of `key`, or nothing. Cost: a binary search over blocks, one block decoded.
  [[nodiscard]] std::optional<std::uint64_t> find(const DictionaryKey& key) const;

  /// The kind of string `index`, without decoding it. REQUIRES: Kinds::one_each.
  [[nodiscard]] std::uint32_t kind(std::uint64_t index) const;

 private:
  struct BlockParts {
    unsigned kind_width;
    std::string_view kinds;
    std::string_view strings;

    /// The kind of its string `i`.
    [[nodiscard]] std::uint32_t kind(std::uint64_t i) const noexcept;
  };

 public:
  /// One string after the other, within a block and from block to block; going forward by a few
  /// strings costs a few nanoseconds each.
  class Walker {
   public:
    explicit Walker(const Dictionary& dictionary) : dictionary_(&dictionary) {}
    /// The bytes of string `index`, valid until the next call. Throws also when there is none.
    [[nodiscard]] std::string_view string(std::uint64_t index);
    /// The kind of the string that string() gave last.
    [[nodiscard]] std::uint32_t kind() const noexcept;

   private:
    friend class Dictionary;
    void enter(std::uint64_t block);
    void step();

    const Dictionary* dictionary_;
    std::uint64_t next_ = ~std::uint64_t{0}; // number of the string behind text_
    BlockParts parts_{};                     // of the block; its strings, behind text_
    std::string text_;
  };

  /// String `index` into `text`, replacing what it held; its kind. Throws also when there is none.
  std::uint32_t string(std::uint64_t index, std::string& text) const;

 private:
  [[nodiscard]] BlockParts block(std::uint64_t index) const;
  [[nodiscard]] DictionaryKey head(std::uint64_t block) const;
  [[nodiscard]] std::uint64_t strings_in(std::uint64_t block) const noexcept;

  void check(std::string_view part) const {
    if (checks_ != nullptr) checks_->check(part);
  }

  // Look-ups ask whether all of a group of blocks was checked: one load, and not one for the offset
  // and one for the block, which cost a look-up 16 %.
  static constexpr std::uint64_t group_blocks = 32;
  [[nodiscard]] std::uint64_t begin_of(std::uint64_t block) const noexcept;
  void check_group(std::uint64_t block) const;

  const CheckedBytes* checks_;
  std::uint64_t size_ = 0;
  std::uint64_t blocks_ = 0;
  Kinds kinds_;
  const char* offsets_ = nullptr;
  std::string_view data_;
  std::unique_ptr<std::atomic<bool>[]> good_; // NOLINT(*-c-arrays): of each group
};

} // namespace tela::store
