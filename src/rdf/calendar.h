#pragma once

#include <cstdint>

namespace tela::rdf {

/// A day of the proleptic Gregorian calendar. Year 0 is 1 BCE, as XSD 1.1 counts.
struct CivilDate {
  std::int64_t year = 1970;
  int month = 1; ///< 1 to 12
  int day = 1;   ///< 1 to days_in_month(year, month)

  bool operator==(const CivilDate&) const = default;
};

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// REQUIRES: 1 <= month <= 12.
[[nodiscard]] constexpr int days_in_month(std::int64_t year, int month) noexcept {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

inline constexpr std::int64_t days_of_400_years = 146'097;

/// Days since 1970-01-01; negative before. REQUIRES: a day that exists, |year| < 2^40.
/// Counts from 1 March of a year divisible by 400, so that the leap day ends each cycle.
[[nodiscard]] constexpr std::int64_t days_from_civil(const CivilDate& date) noexcept {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_cycle = year - cycle * 400;
  const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_cycle =
      year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
  return cycle * days_of_400_years + day_of_cycle - 719'468; // 0000-03-01 to 1970-01-01
}

/// The inverse of days_from_civil().
[[nodiscard]] constexpr CivilDate civil_from_days(std::int64_t days) noexcept {
  const std::int64_t since_march = days + 719'468;
  const std::int64_t cycle =
      (since_march >= 0 ? since_march : since_march - (days_of_400_years - 1)) / days_of_400_years;
  const std::int64_t day_of_cycle = since_march - cycle * days_of_400_years;
  const std::int64_t year_of_cycle =
      (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36'524 - day_of_cycle / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {cycle * 400 + year_of_cycle + (month <= 2 ? 1 : 0), month, day};
}

static_assert(days_from_civil({1970, 1, 1}) == 0);
static_assert(civil_from_days(days_from_civil({2000, 2, 29})) == CivilDate{2000, 2, 29});

} // namespace tela::rdf
