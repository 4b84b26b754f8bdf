#include "records/written_date.h"

#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace tela::records {

namespace {

constexpr std::array<std::array<std::string_view, 3>, 12> months{{
    {"janvier", "january", "enero"},
    {"fevrier", "february", "febrero"},
    {"mars", "march", "marzo"},
    {"avril", "april", "abril"},
    {"mai", "may", "mayo"},
    {"juin", "june", "junio"},
    {"juillet", "july", "julio"},
    {"aout", "august", "agosto"},
    {"septembre", "september", "septiembre"},
    {"octobre", "october", "octubre"},
    {"novembre", "november", "noviembre"},
    {"decembre", "december", "diciembre"},
}};

/// 1 to 12, or 0.
int month_number(std::string_view key) {
  for (std::size_t i = 0; i < months.size(); ++i)
    if (std::find(months[i].begin(), months[i].end(), key) != months[i].end())
      return static_cast<int>(i) + 1;
  return 0;
}

/// A word or number of the text; what parts them ("/", ", ", " de ") is not kept.
struct Token {
  std::size_t start = 0;
  std::size_t end = 0;
  int number = -1; ///< value when it begins with digits: "1er", "07th"
  int month = 0;
  char mark = ' '; ///< the byte right behind it
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_filler(std::string_view word) {
  return word == "de" || word == "del" || word == "of";
}

Token token_of(std::string_view text, std::size_t start, std::size_t end) {
  Token token{start, end};
  const std::string_view word = text.substr(start, end - start);
  std::from_chars(word.data(), word.data() + word.size(), token.number);
  if (token.number < 0) token.month = month_number(label_key(word));
  if (end < text.size()) token.mark = text[end];
  return token;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (!is_filler(text.substr(at, end - at))) tokens.push_back(token_of(text, at, end));
    at = end;
  }
  return tokens;
}

bool is_year(const Token& token) {
  return token.number >= 1800 && token.number < 2100;
}

std::optional<std::string> iso(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + '-' + two(month) + '-' + two(day);
}

/// The date that the three tokens are, if any.
std::optional<std::string> date_of(const Token& a, const Token& b, const Token& c) {
  if (b.month > 0 && is_year(c)) return iso(c.number, b.month, a.number);
  if (a.month > 0 && is_year(c)) return iso(c.number, a.month, b.number);
  const bool one_mark = a.mark == b.mark && (a.mark == '/' || a.mark == '-' || a.mark == '.');
  if (!one_mark) return std::nullopt;
  if (is_year(a)) return iso(a.number, b.number, c.number);
  if (!is_year(c)) return std::nullopt;
  const auto day_first = iso(c.number, b.number, a.number);
  return day_first ? day_first : iso(c.number, a.number, b.number);
}

} // namespace

std::optional<WrittenDate> find_date(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (auto date = date_of(tokens[i], tokens[i + 1], tokens[i + 2]))
      return WrittenDate{std::move(*date), tokens[i].start, tokens[i + 2].end};
  return std::nullopt;
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t longest_rest = 24;
  const auto date = find_date(line);
  return date && line.size() - (date->end - date->start) <= longest_rest;
}

bool is_month(std::string_view word) {
  return month_number(word) > 0;
}

} // namespace tela::records
