#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

/// The character classes that Turtle 1.1 (section 6.5) and SPARQL 1.1 (section 19.8) share.
namespace tela::rdf {

[[nodiscard]] constexpr bool is_digit(char32_t c) noexcept {
  return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_letter(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// PN_CHARS_BASE: what a prefix starts with.
[[nodiscard]] constexpr bool is_name_base(char32_t c) noexcept {
  struct Range {
    char32_t first, last;
  };
  constexpr std::array ranges{
      Range{0xC0, 0xD6},     Range{0xD8, 0xF6},     Range{0xF8, 0x2FF},    Range{0x370, 0x37D},
      Range{0x37F, 0x1FFF},  Range{0x200C, 0x200D}, Range{0x2070, 0x218F}, Range{0x2C00, 0x2FEF},
      Range{0x3001, 0xD7FF}, Range{0xF900, 0xFDCF}, Range{0xFDF0, 0xFFFD}, Range{0x10000, 0xEFFFF}};
  if (c < 0x80) return is_letter(c);
  return std::ranges::any_of(ranges, [c](Range r) { return c >= r.first && c <= r.last; });
}

/// PN_CHARS_U or a digit: what a local name or blank node label starts with.
[[nodiscard]] constexpr bool is_label_start(char32_t c) noexcept {
  return is_name_base(c) || c == '_' || is_digit(c);
}

/// PN_CHARS: what names go on with; '.' may stand between them.
[[nodiscard]] constexpr bool is_name_character(char32_t c) noexcept {
  return is_name_base(c) || c == '_' || c == '-' || is_digit(c) || c == 0xB7 ||
         (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

/// Whether an IRI cannot hold `c` (Turtle 1.1, IRIREF).
[[nodiscard]] constexpr bool is_forbidden_in_iri(char32_t c) noexcept {
  return c <= 0x20 || c == '<' || c == '>' || c == '"' || c == '{' || c == '}' || c == '|' ||
         c == '^' || c == '`' || c == '\\';
}

/// The value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

} // namespace tela::rdf
