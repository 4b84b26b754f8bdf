#include "base/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace tela::base {

namespace {

constexpr std::size_t year_size = 4;

/// The number of a text of digits, as many as asked for.
std::optional<int> digits(std::string_view text, std::size_t size) {
  int number = 0;
  const bool fits =
      text.size() == size && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!fits) return std::nullopt;
  std::from_chars(text.data(), text.data() + size, number);
  return number;
}

} // namespace

std::optional<std::chrono::year_month_day> day_of(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::optional<std::chrono::year_month_day> parse_iso_day(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != shape.size() || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, year_size), year_size);
  const auto month = digits(text.substr(5, 2), 2);
  const auto day = digits(text.substr(8, 2), 2);
  if (!year || !month || !day) return std::nullopt;
  return day_of(*year, *month, *day);
}

std::optional<int> parse_year(std::string_view text) {
  return digits(text, year_size);
}

std::string iso_text(const std::chrono::year_month_day& day) {
  std::array<char, 32> text{};
  const int length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace tela::base
