#include "network/period.h"

#include "base/calendar.h"
#include "base/error.h"
#include "base/require.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace tela::network {

namespace {

using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

Day to_day(const year_month_day& date) {
  return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t length) {
  unsigned number = 0;
  const char* const begin = text.data() + at;
  if (text.size() < at + length) return std::nullopt;
  const auto [end, error] = std::from_chars(begin, begin + length, number);
  if (error != std::errc{} || end != begin + length) return std::nullopt;
  return number;
}

// The number of a "-NN" at `at`; 0 when the text ends there.
std::optional<unsigned> part(std::string_view text, std::size_t at) {
  if (text.size() == at) return 0;
  if (text[at] != '-') return std::nullopt;
  const auto number = digits(text, at + 1, 2);
  return number == 0U ? std::nullopt : number;
}

} // namespace

Period intersection(const Period& a, const Period& b) noexcept {
  base::require(a.overlaps(b), "a.overlaps(b)");
  return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

Period hull(const Period& a, const Period& b) noexcept {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

Period years(int first_year, int last_year) {
  return {to_day(year(first_year) / 1 / 1), to_day(year(last_year) / 12 / 31)};
}

std::optional<Period> days_of(std::string_view iso_date) {
  const std::string_view date = iso_date.substr(0, iso_date.find('T'));
  const auto y = digits(date, 0, 4);
  if (!y) return std::nullopt;
  const auto m = part(date, 4);
  if (!m || *m > 12) return std::nullopt;
  if (*m == 0) return years(static_cast<int>(*y), static_cast<int>(*y));
  const auto d = part(date, 7);
  if (!d || date.size() > 10) return std::nullopt;
  if (const auto exact = base::parse_iso_day(date)) return Period{to_day(*exact), to_day(*exact)};
  if (*d != 0) return std::nullopt;
  const auto first_of_month = year(static_cast<int>(*y)) / month(*m) / 1;
  const year_month_day last = first_of_month.year() / first_of_month.month() / std::chrono::last;
  return Period{to_day(first_of_month), to_day(last)};
}

std::string iso_date(Day number) {
  return base::iso_text(year_month_day{sys_days{std::chrono::days{number}}});
}

std::vector<Period> slices(int first_year, int last_year, int width, Accumulation accumulation) {
  constexpr int most_years = 10'000;
  if (width < 1 || first_year > last_year || first_year < 0 || last_year >= most_years)
    throw base::Error(base::Failure::usage, "these years cannot be cut into slices",
                      "give FIRST..LAST with FIRST <= LAST and a window of at least one year");
  std::vector<Period> result;
  for (int last = first_year + width - 1; last <= last_year; ++last)
    result.push_back(accumulation == Accumulation::cumulative ? years(first_year, last)
                                                              : years(last - width + 1, last));
  return result;
}

} // namespace tela::network
