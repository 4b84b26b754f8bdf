#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// A character reference of HTML: what it means and how many bytes it takes with '&' and ';'.
struct CharacterReference {
  char32_t character = 0;
  std::size_t length = 0;
};

/// The complete reference (numeric, or one of the names of HTML 4 and XML) that `text` begins with.
/// Nothing when there is none: a reference without its ';' is text that was cut there.
[[nodiscard]] std::optional<CharacterReference> character_reference(std::string_view text);

/// Whether `text` ends inside a reference: "…études de cas men&", "…prise des d&eacute".
[[nodiscard]] bool ends_inside_reference(std::string_view text);

} // namespace tela::records
