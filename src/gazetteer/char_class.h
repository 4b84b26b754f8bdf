#pragma once

#include <cstdint>

namespace tela::gazetteer {

/// What a code point does in running text.
enum class CharClass : std::uint8_t {
  letter,     ///< part of a word; digits too
  ignorable,  ///< combining marks, soft hyphens, zero-width characters: as if they were not there
  apostrophe, ///< ' ’ ´ and the like
  hyphen,     ///< - and the dashes up to the long one
  space,      ///< no-break spaces too
  newline,
  quote, ///< « » “ ” ": as if they were spaces
  mark,  ///< everything else
};

/// By a table for Latin letters, made with ICU at the first call; others are asked of ICU each
/// time. Thread-safe, as all functions here.
[[nodiscard]] CharClass char_class(char32_t code_point);

/// Whether names begin with it: an upper-case or title-case letter.
[[nodiscard]] bool is_upper(char32_t code_point);

/// Whether `byte` is an ASCII letter or digit: part of a word, folded by case alone.
[[nodiscard]] constexpr bool is_ascii_letter(char byte) noexcept {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9');
}

} // namespace tela::gazetteer
