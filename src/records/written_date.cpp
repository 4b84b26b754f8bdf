#include "records/written_date.h"

#include "base/calendar.h"
#include "records/label_key.h"
#include "records/page_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace tela::records {

namespace {

/// Months cut short, as spreadsheets and letterheads write them; a point may follow.
constexpr std::array<std::array<std::string_view, 4>, 12> short_months{{
    {"jan", "janv", "ene", ""},
    {"feb", "fev", "fevr", ""},
    {"mar", "", "", ""},
    {"apr", "avr", "abr", ""},
    {"may", "", "", ""},
    {"jun", "", "", ""},
    {"jul", "juil", "", ""},
    {"aug", "ago", "aou", ""},
    {"sep", "sept", "set", ""},
    {"oct", "", "", ""},
    {"nov", "", "", ""},
    {"dec", "dic", "", ""},
}};

/// 1 to 12, or 0.
template<std::size_t N>
int month_number(const std::array<std::array<std::string_view, N>, 12>& names,
                 std::string_view key) {
  for (std::size_t i = 0; i < names.size() && !key.empty(); ++i)
    if (std::ranges::find(names[i], key) != names[i].end()) return static_cast<int>(i) + 1;
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

/// The number of "7", "07th", "1er", "2º"; -1 for "20x5" and for words.
int number_of(std::string_view word) {
  constexpr std::array<std::string_view, 10> endings{"",   "er", "re", "e", "st",
                                                     "nd", "rd", "th", "º", "o"};
  int number = -1;
  const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{}) return -1;
  word.remove_prefix(static_cast<std::size_t>(stop - word.data()));
  return std::ranges::find(endings, word) == endings.end() ? -1 : number;
}

Token token_of(std::string_view text, std::size_t start, std::size_t end) {
  Token token{start, end};
  const std::string_view word = text.substr(start, end - start);
  token.number = number_of(word);
  if (token.number < 0) {
    const std::string key = label_key(word);
    token.month =
        std::max(PageWords::built_in().number("month", key), month_number(short_months, key));
  }
  if (end < text.size()) token.mark = text[end];
  return token;
}

/// The "T" of "2019-07-23T10:00".
bool begins_time(std::string_view text, std::size_t at) {
  return text[at] == 'T' && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) &&
         is_digit(text[at + 1]);
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && is_word_byte(text[end]) && !begins_time(text, end)) ++end;
    if (!is_filler(text.substr(at, end - at))) tokens.push_back(token_of(text, at, end));
    at = end;
  }
  return tokens;
}

bool is_year(const Token& token) {
  return token.number >= 1800 && token.number < 2100;
}

/// What three tokens can mean: at most two days.
struct Reading {
  std::optional<std::string> day_first, month_first;

  [[nodiscard]] DayOrder order() const {
    if (day_first == month_first) return DayOrder::unknown;
    if (day_first && month_first) return DayOrder::unknown;
    return day_first ? DayOrder::day_first : DayOrder::month_first;
  }
};

std::optional<std::string> iso(int year, int month, int day) {
  const auto date = base::day_of(year, month, day);
  if (!date) return std::nullopt;
  return base::iso_text(*date);
}

Reading certain(std::optional<std::string> date) {
  return {date, date};
}

Reading reading_of(const Token& a, const Token& b, const Token& c) {
  if (b.month > 0 && is_year(c)) return certain(iso(c.number, b.month, a.number));
  if (a.month > 0 && is_year(c)) return certain(iso(c.number, a.month, b.number));
  const bool one_mark = a.mark == b.mark && (a.mark == '/' || a.mark == '-' || a.mark == '.');
  if (!one_mark) return {};
  if (is_year(a)) return certain(iso(a.number, b.number, c.number));
  if (!is_year(c)) return {};
  const auto day_first = iso(c.number, b.number, a.number);
  return a.mark == '.' ? certain(day_first) : Reading{day_first, iso(c.number, a.number, b.number)};
}

/// The date that is meant when `order` decides what the reading leaves open.
std::optional<WrittenDate> decide(const Reading& reading, DayOrder order) {
  if (!reading.day_first && !reading.month_first) return std::nullopt;
  if (reading.day_first == reading.month_first) return WrittenDate{*reading.day_first};
  if (!reading.day_first || !reading.month_first)
    return WrittenDate{reading.day_first ? *reading.day_first : *reading.month_first};
  if (order == DayOrder::day_first) return WrittenDate{*reading.day_first};
  if (order == DayOrder::month_first) return WrittenDate{*reading.month_first};
  constexpr std::size_t year = 4;
  return WrittenDate{reading.day_first->substr(0, year), 0, 0, true};
}

/// `text` without the time of day at its end: "T00:00:00Z", " 12:00:00 AM".
std::string_view without_time(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return text;
  const auto start = text.find_last_of(" T", colon);
  const bool digits = start != std::string_view::npos && colon - start >= 2 && colon - start <= 3 &&
                      is_digit(text[colon - 1]) && is_digit(text[start + 1]);
  const bool only_time =
      text.find_first_not_of("0123456789:.+-Z APMapm", colon) == std::string_view::npos;
  return digits && only_time ? text.substr(0, start) : text;
}

} // namespace

DayOrder common_order(DayOrder a, DayOrder b) {
  if (a == DayOrder::unknown || a == b) return b;
  return b == DayOrder::unknown ? a : DayOrder::disputed;
}

DayOrder order_in(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary == "fr" || primary == "es" || primary == "pt" ? DayOrder::day_first
                                                               : DayOrder::unknown;
}

std::optional<WrittenDate> find_date(std::string_view text, DayOrder order) {
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (auto date = decide(reading_of(tokens[i], tokens[i + 1], tokens[i + 2]), order)) {
      date->start = tokens[i].start;
      date->end = tokens[i + 2].end;
      return date;
    }
  return std::nullopt;
}

DayOrder shown_order(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (const Reading reading = reading_of(tokens[i], tokens[i + 1], tokens[i + 2]);
        reading.day_first || reading.month_first)
      return reading.order();
  return DayOrder::unknown;
}

std::optional<WrittenDate> read_year_or_date(std::string_view value, DayOrder order) {
  constexpr std::string_view whole_number = ".0"; // as programs write years beside empty cells
  constexpr std::size_t year = 4;
  if (value.size() == year + whole_number.size() && value.ends_with(whole_number))
    value = value.substr(0, year);
  if (value.size() == year && holds_year(value))
    return WrittenDate{std::string(value), 0, value.size()};
  const std::string_view day = without_time(value);
  auto date = find_date(day, order);
  if (!date || date->start != 0 || date->end != day.size()) return std::nullopt;
  return date;
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t longest_rest = 24;
  const auto date = find_date(line);
  return date && line.size() - (date->end - date->start) <= longest_rest;
}

bool tells_several_days(std::string_view line) {
  const auto date = find_date(line);
  if (!date) return false;
  std::string_view before = line.substr(0, date->start);
  const auto last_word = [&] { return before.substr(before.find_last_of(' ') + 1); };
  const auto trim = [&] { before = before.substr(0, before.find_last_not_of(' ') + 1); };
  trim();
  for (const std::string_view dash : {"-", "–", "—"})
    if (before.ends_with(dash)) before.remove_suffix(dash.size());
  if (PageWords::built_in().has("day-joint", label_key(last_word())))
    before.remove_suffix(last_word().size());
  if (before.size() == date->start) return false;
  trim();
  return !before.empty() && is_digit(before.back());
}

bool is_month(std::string_view word) {
  return PageWords::built_in().has("month", word);
}

bool holds_year(std::string_view value) {
  for (std::size_t at = 0; at + 4 <= value.size(); ++at) {
    const std::string_view year = value.substr(at, 4);
    const bool century = year.starts_with("18") || year.starts_with("19") || year.starts_with("20");
    const bool alone = (at == 0 || !is_digit(value[at - 1])) &&
                       (at + 4 == value.size() || !is_digit(value[at + 4]));
    if (century && alone && is_digit(year[2]) && is_digit(year[3])) return true;
  }
  return false;
}

} // namespace tela::records
