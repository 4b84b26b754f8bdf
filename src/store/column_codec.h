#pragma once

#include "rdf/id.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// One column of a block: up to block_rows ids in the encoding that takes the fewest bytes. The
/// encodings are told in FORMAT.md.
namespace tela::store {

inline constexpr std::size_t block_rows = 1024;

/// Rows of a block, half-open.
struct BlockRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// Appends `ids` to `out`. REQUIRES: 1 to block_rows ids. Cost: 5 to 50 ns an id.
void encode_column(std::span<const rdf::Id> ids, std::string& out);

/// A column as bytes. A view; valid as long as the bytes, behind which slack_bytes are readable.
/// Damaged bytes are a base::Error(input) or give other ids.
class Column {
 public:
  Column() = default;
  /// REQUIRES: rows <= block_rows, the number of ids that were encoded.
  Column(std::string_view bytes, std::size_t rows) : bytes_(bytes), rows_(rows) {}

  /// Writes the ids of rows [range.begin, range.end) to out[range.begin], …; `out` has room for all
  /// rows. Cost: 0.3 to 2 ns an id.
  void decode(BlockRange range, rdf::Id* out) const;

  /// The rows of `range` that have `id`; an empty range stands where they would be. REQUIRES: ids
  /// ascend within `range`. Cost: often less than to decode.
  [[nodiscard]] BlockRange equal_range(BlockRange range, rdf::Id id) const;

  /// The id that every row has, or nothing when it is not encoded as constant.
  [[nodiscard]] std::optional<rdf::Id> constant() const noexcept;

 private:
  std::string_view bytes_;
  std::size_t rows_ = 0;
};

} // namespace tela::store
