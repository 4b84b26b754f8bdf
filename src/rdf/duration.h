#pragma once

#include "rdf/date_time.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// xsd:duration and the two types derived from it whose values are totally ordered.
enum class DurationKind : std::uint8_t { duration, day_time, year_month };

[[nodiscard]] std::optional<DurationKind> duration_kind(std::string_view datatype);
[[nodiscard]] std::string_view datatype_of(DurationKind kind);

/// A length of time, positive or negative: months and seconds are not converted into each other.
struct Duration {
  static constexpr std::int64_t max_months = 12 * DateTime::max_year;
  static constexpr std::int64_t max_seconds = DateTime::max_year * 366 * 86'400;

  DurationKind kind = DurationKind::day_time;
  std::int64_t months = 0;      ///< 0 for day_time
  std::int64_t seconds = 0;     ///< rounded down; 0 for year_month
  std::int64_t attoseconds = 0; ///< what is behind `seconds`: 0 <= attoseconds < 10^18

  bool operator==(const Duration&) const = default;
};

/// The value of a lexical form (XSD 1.1 part 2, 3.3.6) without surrounding space. Nothing when it
/// is not in the lexical space or longer than max_months or max_seconds. Digits behind the
/// eighteenth of a second are dropped.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view lexical, DurationKind kind);

/// Canonical form: "P1Y2M", "-P1DT2H3M4.5S", "PT0S", "P0M".
[[nodiscard]] std::string to_string(const Duration& value);

/// By months, then seconds, where that decides; unordered when one is longer in months and the
/// other in seconds ("P1M" and "P30D").
[[nodiscard]] std::partial_ordering compare(const Duration& a, const Duration& b);

/// The dayTimeDuration of a zone offset, as TIMEZONE() returns it.
[[nodiscard]] Duration zone_duration(int zone_minutes);

/// Sums; nothing when the result is too long. Of two kinds the result is xsd:duration.
[[nodiscard]] std::optional<Duration> add(const Duration& a, const Duration& b);
[[nodiscard]] Duration negate(const Duration& value);

/// A date, time or dateTime moved by a duration (XSD 1.1 part 2, appendix E.3.3): first the months,
/// the day then held back to the last of its month, then the seconds. Times go round the clock and
/// take no months; a date drops the time of the day it arrives at. Nothing when the result leaves
/// DateTime::max_year or the kind has no such sum (gYear, gYearMonth).
[[nodiscard]] std::optional<DateTime> add(const DateTime& start, const Duration& duration);

/// The dayTimeDuration from `b` to `a`, on the time line. Nothing for two different kinds.
[[nodiscard]] std::optional<Duration> subtract(const DateTime& a, const DateTime& b);

} // namespace tela::rdf
