#pragma once

#include "rdf/id.h"
#include "store/block.h"
#include "store/checked_bytes.h"
#include "store/cursor.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tela::store {

/// Compares ids lexicographically, as far as the shorter goes; returns <0, 0 or >0.
[[nodiscard]] int compare_prefix(std::span<const rdf::Id> a, std::span<const rdf::Id> b) noexcept;

/// What stands in the directory for each block. Written to disk.
struct BlockEntry {
  std::array<rdf::Id, 3> first; ///< the triple of its first row
  std::uint64_t offset = 0;     ///< of its bytes, from the first block
};

/// The front of a permutation's section. Written to disk.
struct PermutationFront {
  std::uint64_t rows = 0;
  std::uint64_t blocks = 0;
  std::uint64_t distinct_first = 0; ///< different ids in the first column
  std::uint64_t distinct_pairs = 0; ///< different pairs in the first two columns
};

/// One sorted, compressed permutation of the statements: a directory and blocks of block_rows rows
/// (the last may be shorter). A view of a section of the store's bytes; thread-safe.
class Permutation {
 public:
  /// Checks that the directory lies within the section. `checks` (not owned, may be null) are those
  /// of the file that it is part of. Throws base::Error(input) when damaged, as all members do that
  /// read blocks or the directory.
  Permutation(std::string_view section, const CheckedBytes* checks);

  [[nodiscard]] std::uint64_t rows() const noexcept { return front_.rows; }
  [[nodiscard]] const PermutationFront& front() const noexcept { return front_; }

  [[nodiscard]] Block block(std::uint64_t index) const;
  /// The triple in the first row of a block.
  [[nodiscard]] std::array<rdf::Id, 3> first(std::uint64_t block) const {
    return entry(block).first;
  }

  /// The rows that start with `prefix` (0 to 3 ids); an empty range stands where they would be.
  /// Cost: two binary searches in the directory, at most two blocks decoded.
  [[nodiscard]] RowRange range(std::span<const rdf::Id> prefix) const;

  /// At most `parts` consecutive ranges of about equal size that make up `range`; no triple stands
  /// in two of them.
  [[nodiscard]] std::vector<RowRange> split(RowRange range, std::size_t parts) const;

  /// First block in [from, blocks] whose first triple is >= `key` by prefix, searched in steps that
  /// double, so that a near one is found fast.
  [[nodiscard]] std::uint64_t first_block_from(std::uint64_t from,
                                               std::span<const rdf::Id> key) const;

 private:
  [[nodiscard]] BlockEntry entry(std::uint64_t block) const {
    const char* bytes = entries_ + block * sizeof(BlockEntry);
    check({bytes, sizeof(BlockEntry)});
    return load<BlockEntry>(bytes);
  }
  void check(std::string_view part) const {
    if (checks_ != nullptr) checks_->check(part);
  }
  [[nodiscard]] RowRange within(std::uint64_t block, std::span<const rdf::Id> prefix) const;
  template<class IsBefore>
  [[nodiscard]] std::uint64_t partition_point(std::uint64_t low, std::uint64_t high,
                                              IsBefore is_before) const;

  const CheckedBytes* checks_;
  PermutationFront front_;
  const char* entries_ = nullptr;
  std::string_view blocks_;
};

} // namespace tela::store
