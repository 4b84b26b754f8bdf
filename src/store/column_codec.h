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

/// Appends `ids` to `out`. REQUIRES: 1 to block_rows ids. Cost: 5 to 50 ns an id.
void encode_column(std::span<const rdf::Id> ids, std::string& out);

/// Decodes the `count` ids of `column` to `out`. REQUIRES: count <= block_rows, and slack_bytes
/// readable behind `column`. Throws base::Error(input) when the bytes are damaged; what damage that
/// leaves lengths intact decodes to is unspecified. Cost: 0.5 to 2 ns an id.
void decode_column(std::string_view column, std::size_t count, rdf::Id* out);

/// The id that every row of `column` has, or nothing when it is not encoded as constant.
[[nodiscard]] std::optional<rdf::Id> constant_column(std::string_view column) noexcept;

} // namespace tela::store
