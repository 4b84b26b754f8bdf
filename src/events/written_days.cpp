#include "events/written_days.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace tela::events {

namespace {

/// Without a year, any day that some year has will do.
bool in_calendar(const Day& day) {
  constexpr int leap_year = 2000;
  const std::chrono::year_month_day date(std::chrono::year(day.year != 0 ? day.year : leap_year),
                                         std::chrono::month(static_cast<unsigned>(day.month)),
                                         std::chrono::day(static_cast<unsigned>(day.day)));
  return date.ok();
}

class DaysReader {
 public:
  DaysReader(const TokenText& text, Language language, const Lexicon& lexicon)
      : text_(text), language_(language), lexicon_(lexicon) {}

  [[nodiscard]] std::optional<WrittenDays> read(std::uint32_t token) const {
    auto days = numeric(token);
    if (!days) days = month_at(token) != 0 ? month_first(token) : day_first(token);
    if (!days) return {};
    complete(*days);
    if (!in_calendar(days->from) || !in_calendar(days->to)) return {};
    return days;
  }

 private:
  /// A month or year that only one of the days has is that of both; what ends before it begins
  /// began in the year before.
  static void complete(WrittenDays& days) {
    if (days.to.day == 0) days.to = days.from;
    if (days.from.month == 0) days.from.month = days.to.month;
    if (days.to.month == 0) days.to.month = days.from.month;
    if (days.to.year == 0) days.to.year = days.from.year;
    if (days.from.year == 0) {
      const bool over_new_year = days.from.month > days.to.month && days.to.year != 0;
      days.from.year = days.to.year - (over_new_year ? 1 : 0);
    }
  }

  /// "08-11-2016", "8/11/2016": the day first, as all languages but American English have it.
  [[nodiscard]] std::optional<WrittenDays> numeric(std::uint32_t token) const {
    std::array<int, 3> parts{};
    std::uint32_t at = token;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (part > 0 && at < size() && is_mark(at, {'/', '.', '-'}))
        ++at;
      else if (part > 0 && (at >= size() || text_.tokens[at].gap != gazetteer::Gap::hyphen))
        return {};
      const auto [value, suffix] = number_at(at);
      if (value == 0 || !suffix.empty()) return {};
      parts.at(part) = value;
      ++at;
    }
    const auto [day, month, year] = parts;
    if (day > 31 || month > 12 || year < 1900 || year > 2100) return {};
    WrittenDays days{{token, at}, {day, month, year}, {}};
    return days;
  }

  /// "14 November 2018", "19-21 November 2018", "30 juin au 2 juillet"
  [[nodiscard]] std::optional<WrittenDays> day_first(std::uint32_t token) const {
    const int day = day_at(token);
    if (day == 0) return {};
    WrittenDays days{{token, token + 1}, {day, 0, 0}, {}};
    take_month_and_year(days.from, days.last);
    if (const auto [second, behind] = second_day(days.last); second != 0) {
      Day to{second, 0, 0};
      auto last = behind;
      take_month_and_year(to, last);
      if (to.month != 0) {
        days.to = to;
        days.last = last;
      }
    }
    if (days.from.month == 0 && days.to.month == 0) return {};
    return days;
  }

  /// "November 14, 2018", "May 3 to 5"
  [[nodiscard]] std::optional<WrittenDays> month_first(std::uint32_t token) const {
    if (language_ != Language::english) return {};
    const int month = month_at(token), day = day_at(token + 1);
    if (day == 0) return {};
    WrittenDays days{{token, token + 2}, {day, month, 0}, {}};
    take_year(days.from, days.last);
    auto [second, behind] = second_day(days.last);
    if (second == 0 && month_behind_joint(days.last, second, behind) == 0) return days;
    days.to = {second, month, 0};
    if (const int other = month_behind_joint(days.last, second, behind); other != 0)
      days.to = {second, other, 0};
    days.last = behind;
    take_year(days.to, days.last);
    return days;
  }

  /// "June 30 to July 2": the month behind the joint, its day, and the token behind that.
  [[nodiscard]] int month_behind_joint(std::uint32_t token, int& day, std::uint32_t& behind) const {
    const auto at = skip_joint(token);
    if (at == token || month_at(at) == 0 || day_at(at + 1) == 0) return 0;
    day = day_at(at + 1);
    behind = at + 2;
    return month_at(at);
  }

  void take_month_and_year(Day& day, std::uint32_t& next) const {
    const auto at = skip_small(next);
    if (const int month = month_at(at); month != 0) {
      day.month = month;
      next = at + 1;
      take_year(day, next);
    }
  }

  void take_year(Day& day, std::uint32_t& next) const {
    auto at = next;
    if (at < size() && text_.tokens[at].mark == ',') ++at;
    at = skip_small(at);
    if (const int year = year_at(at); year != 0) {
      day.year = year;
      next = at + 1;
    }
  }

  /// A day behind "au", "to", "y el", a dash; and the token behind it.
  [[nodiscard]] std::pair<int, std::uint32_t> second_day(std::uint32_t token) const {
    const auto at = skip_joint(token);
    if (at < size() && (at != token || text_.tokens[at].gap == gazetteer::Gap::hyphen))
      return {day_at(at), at + 1};
    return {0, token};
  }

  /// Behind the words and marks that join two days: a time of day, a dash, "au", a day of the week.
  [[nodiscard]] std::uint32_t skip_joint(std::uint32_t token) const {
    constexpr std::array<std::string_view, 12> joints = {
        "au", "et", "to", "and", "al", "y", "a", "e", "ao", "until", "through", "till"};
    auto at = skip_time(token);
    const bool dash = at < size() && is_mark(at, {'-', '?', '*'});
    if (!dash && !is_word(at, joints)) return token;
    ++at;
    constexpr std::array<std::string_view, 5> articles = {"el", "le", "the", "o", "dia"};
    if (is_word(at, articles)) ++at;
    return skip_weekday(at);
  }

  /// ", 9:00", ", 14.30"
  [[nodiscard]] std::uint32_t skip_time(std::uint32_t token) const {
    auto at = token;
    if (at < size() && text_.tokens[at].mark == ',') ++at;
    if (number_at(at).first == 0 && (at >= size() || !text_.tokens[at].number)) return token;
    if (at + 2 < size() && is_mark(at + 1, {':', '.'}) && text_.tokens[at + 2].number)
      return at + 3;
    return token;
  }

  /// "Friday,": one word and a comma before a number.
  [[nodiscard]] std::uint32_t skip_weekday(std::uint32_t token) const {
    if (token + 1 >= size() || !text_.tokens[token].is_word() || text_.tokens[token].number ||
        month_at(token) != 0)
      return token;
    const auto at = text_.tokens[token + 1].mark == ',' ? token + 2 : token + 1;
    return day_at(at) != 0 ? at : token;
  }

  /// "de", "días del mes de"
  [[nodiscard]] std::uint32_t skip_small(std::uint32_t token) const {
    constexpr std::array<std::string_view, 10> small = {"de",   "of",   "del", "do",  "du",
                                                        "días", "dias", "mes", "mês", "jours"};
    constexpr std::uint32_t most = 4;
    auto at = token;
    while (at - token < most && is_word(at, small)) ++at;
    return at;
  }

  template<class Words>
  [[nodiscard]] bool is_word(std::uint32_t token, const Words& words) const {
    return token < size() && std::find(words.begin(), words.end(), text_[token]) != words.end();
  }

  [[nodiscard]] bool is_mark(std::uint32_t token, std::initializer_list<char> marks) const {
    return std::find(marks.begin(), marks.end(), text_.tokens[token].mark) != marks.end();
  }

  [[nodiscard]] int month_at(std::uint32_t token) const {
    if (token >= size()) return 0;
    const auto hit = lexicon_.numeral(text_.tokens, token);
    return hit.kind == Lexicon::Numeral::month ? hit.value : 0;
  }

  /// 1 to 31, with or without "er", "th".
  [[nodiscard]] int day_at(std::uint32_t token) const {
    constexpr std::array<std::string_view, 8> suffixes = {"",   "er", "st", "nd",
                                                          "rd", "th", "º",  "°"};
    const auto [value, suffix] = number_at(token);
    const bool plain = std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
    return plain && value >= 1 && value <= 31 ? value : 0;
  }

  [[nodiscard]] int year_at(std::uint32_t token) const {
    const auto [value, suffix] = number_at(token);
    return suffix.empty() && value >= 1900 && value < 2100 ? value : 0;
  }

  [[nodiscard]] std::pair<int, std::string_view> number_at(std::uint32_t token) const {
    if (token >= size()) return {0, {}};
    const auto text = text_[token];
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) return {0, {}};
    return {value, text.substr(static_cast<std::size_t>(result.ptr - text.data()))};
  }

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(text_.tokens.size());
  }

  const TokenText& text_;
  Language language_;
  const Lexicon& lexicon_;
};

} // namespace

std::optional<WrittenDays> days_at(const TokenText& text, std::uint32_t token, Language language,
                                   const Lexicon& lexicon) {
  return DaysReader(text, language, lexicon).read(token);
}

std::string iso(const Day& day) {
  if (day.year == 0 || day.month == 0 || day.day == 0) return {};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month,
                day.day); // NOLINT(*-vararg)
  return text.data();
}

} // namespace tela::events
