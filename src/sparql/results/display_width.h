#pragma once

#include <cstddef>
#include <string_view>

namespace tela::sparql::results {

/// Columns that `text` takes on a terminal: two for wide and full-width characters (Unicode
/// Standard Annex 11), none for combining marks and format characters, one for the rest. REQUIRES:
/// UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The longest beginning of `text` that takes at most `width` columns, with the marks that belong
/// to its last character.
[[nodiscard]] std::string_view fitting_prefix(std::string_view text, std::size_t width);

} // namespace tela::sparql::results
