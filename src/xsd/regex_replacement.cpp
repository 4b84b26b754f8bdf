#include "xsd/regex_replacement.h"

namespace tela::xsd {

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The number of a group; moves `at` behind it.
int group_number(std::string_view text, std::size_t& at, int groups) {
  int number = text[at++] - '0';
  while (is_digit_at(text, at) && number * 10 + (text[at] - '0') <= groups)
    number = number * 10 + (text[at++] - '0');
  return number;
}

} // namespace

std::optional<RegexReplacement> parse_replacement(std::string_view text, int groups) {
  RegexReplacement result;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at++];
    if (c == '\\') {
      if (at == text.size() || (text[at] != '\\' && text[at] != '$')) return std::nullopt;
      plain += text[at++];
    } else if (c == '$') {
      if (!is_digit_at(text, at)) return std::nullopt;
      const int number = group_number(text, at, groups);
      if (number > groups) continue;
      result.parts.push_back({std::move(plain), number});
      plain.clear();
    } else {
      plain += c;
    }
  }
  result.parts.push_back({std::move(plain), std::nullopt});
  return result;
}

} // namespace tela::xsd
