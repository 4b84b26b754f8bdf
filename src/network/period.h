#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::network {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

/// A closed stretch of days: both ends belong to it. The default is all of time.
struct Period {
  static constexpr Day beginning = std::numeric_limits<Day>::min();
  static constexpr Day end_of_time = std::numeric_limits<Day>::max();

  Day first = beginning;
  Day last = end_of_time;

  [[nodiscard]] constexpr bool overlaps(const Period& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  bool operator==(const Period&) const = default;
};

/// The days that both have. REQUIRES: a.overlaps(b).
[[nodiscard]] Period intersection(const Period& a, const Period& b) noexcept;
/// The shortest period that holds both.
[[nodiscard]] Period hull(const Period& a, const Period& b) noexcept;

/// The first of January of `first_year` to the last of December of `last_year`.
[[nodiscard]] Period years(int first_year, int last_year);

/// The days a date of varying precision means: "2024", "2024-03" or "2024-03-09" (a time behind it
/// is ignored). Nothing for any other text.
[[nodiscard]] std::optional<Period> days_of(std::string_view iso_date);

/// "2024-03-09". REQUIRES: neither beginning nor end_of_time.
[[nodiscard]] std::string iso_date(Day day);

/// How one slice follows another.
enum class Accumulation {
  windowed,  ///< each slice covers `width` years
  cumulative ///< each slice covers everything from the first year on
};

/// The slices of first_year..last_year, one ending with each year that closes a full window, in
/// order. Throws Error(usage) when the years run backwards, more than 10,000 lie between them, or
/// width < 1.
[[nodiscard]] std::vector<Period> slices(int first_year, int last_year, int width,
                                         Accumulation accumulation);

} // namespace tela::network
