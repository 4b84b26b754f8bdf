#include "events/ordinal.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tela::events {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 9> roman_digits = {{{"C", 100},
                                                                           {"XC", 90},
                                                                           {"L", 50},
                                                                           {"XL", 40},
                                                                           {"X", 10},
                                                                           {"IX", 9},
                                                                           {"V", 5},
                                                                           {"IV", 4},
                                                                           {"I", 1}}};

std::string roman_text(int value) {
  std::string text;
  for (const auto& [digits, worth] : roman_digits)
    for (; value >= worth; value -= worth) text += digits;
  return text;
}

/// What makes a number an ordinal, folded: 13e, 13ème, 1er, 1re, 21st, 9º, 45ª.
bool is_suffix(std::string_view folded) {
  constexpr std::array<std::string_view, 16> suffixes = {"e",  "eme", "ieme", "er", "ere", "re",
                                                         "nd", "nde", "st",   "rd", "th",  "o",
                                                         "a",  "es",  "era",  "da"};
  return std::find(suffixes.begin(), suffixes.end(), folded) != suffixes.end();
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    base::append_folded(out, base::next_code_point(text, at));
  return out;
}

/// Digits at the beginning of `text`, at most four.
std::optional<std::pair<int, std::size_t>> leading_number(std::string_view text) {
  int value = 0;
  std::size_t length = 0;
  while (length < text.size() && text[length] >= '0' && text[length] <= '9') {
    if (++length > 4) return {};
    value = value * 10 + (text[length - 1] - '0');
  }
  if (length == 0 || value == 0) return {};
  return std::pair(value, length);
}

std::size_t leading_roman(std::string_view text) {
  return std::min(text.find_first_not_of("IVXLC"), text.size());
}

/// Tokens of a suffix that stands apart from its number: "20 ème", "8-ème", "1°", "50.ª"; 0: none.
std::uint32_t suffix_tokens(const Passage& passage, std::uint32_t token) {
  const auto tokens = passage.tokens();
  const auto glued = [&](std::uint32_t at) {
    return at < tokens.size() && tokens[at].gap == Gap::none;
  };
  if (token >= tokens.size()) return 0;
  const auto raw = passage.text(tokens[token]);
  if (raw == "°") return glued(token) ? 1 : 0;
  if (raw == "." && glued(token) && glued(token + 1)) {
    const auto letter = passage.text(tokens[token + 1]);
    return letter == "ª" || letter == "º" ? 2 : 0;
  }
  const auto text = folded(raw);
  return tokens[token].is_word() && (text == "eme" || text == "ieme") ? 1 : 0;
}

std::optional<Ordinal> in_digits(const Passage& passage, std::uint32_t token) {
  const auto text = passage.text(passage.tokens()[token]);
  const auto number = leading_number(text);
  if (!number) return {};
  const auto [value, length] = *number;
  if (length < text.size()) {
    if (!is_suffix(folded(text.substr(length)))) return {};
    return Ordinal{{token, token + 1}, value};
  }
  const auto suffix = suffix_tokens(passage, token + 1);
  if (suffix == 0) return {};
  return Ordinal{{token, token + 1 + suffix}, value};
}

std::optional<Ordinal> in_roman(const Passage& passage, std::uint32_t token) {
  const auto text = passage.text(passage.tokens()[token]);
  const auto length = leading_roman(text);
  const auto value = roman_value(text.substr(0, length));
  if (!value) return {};
  if (length < text.size() && !is_suffix(folded(text.substr(length)))) return {};
  const auto suffix = length == text.size() ? suffix_tokens(passage, token + 1) : 0;
  return Ordinal{{token, token + 1 + suffix}, *value};
}

} // namespace

std::optional<int> roman_value(std::string_view text) {
  if (text.empty() || text.size() > 8 || text == "C" || text == "L") return {};
  int value = 0;
  std::string_view rest = text;
  for (const auto& [digits, worth] : roman_digits)
    for (; rest.starts_with(digits); rest.remove_prefix(digits.size())) value += worth;
  if (!rest.empty() || roman_text(value) != text) return {};
  return value;
}

std::optional<Ordinal> ordinal_at(const Passage& passage, const Lexicon& lexicon,
                                  std::uint32_t token) {
  const auto hit = lexicon.numeral(passage.tokens(), token);
  if (hit.kind == Lexicon::Numeral::ordinal)
    return Ordinal{{token, token + static_cast<std::uint32_t>(hit.length)}, hit.value};
  if (!passage.tokens()[token].is_word()) return {};
  if (auto ordinal = in_digits(passage, token)) return ordinal;
  return in_roman(passage, token);
}

} // namespace tela::events
