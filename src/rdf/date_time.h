#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// The datatypes of XSD 1.1 that name a point or a stretch of the time line.
enum class DateTimeKind : std::uint8_t { date_time, date, time, g_year_month, g_year };

/// The kind of a datatype IRI, or nothing for any other datatype.
[[nodiscard]] std::optional<DateTimeKind> date_time_kind(std::string_view datatype);
/// The datatype IRI.
[[nodiscard]] std::string_view datatype_of(DateTimeKind kind);

/// A place on the time line, as XPath compares: seconds since 1970-01-01T00:00:00Z and the
/// fraction of a second behind them, 0 <= attoseconds < 10^18.
struct Instant {
  std::int64_t seconds = 0;
  std::int64_t attoseconds = 0;

  auto operator<=>(const Instant&) const = default;
};

/// A value of one of the kinds above: the seven-property model of XSD 1.1 part 2, D.2.1. Properties
/// that the kind does not have hold the start of what it names (a date its midnight, a year its
/// first day); a time stands on 1972-12-31, as XPath asks.
struct DateTime {
  DateTimeKind kind = DateTimeKind::date_time;
  std::int64_t year = 1972; ///< year 0 is 1 BCE (XSD 1.1); |year| <= max_year
  int month = 1, day = 1;
  int hour = 0, minute = 0, second = 0;
  std::int64_t attoseconds = 0;    ///< the fraction of the second
  std::optional<int> zone_minutes; ///< offset from UTC, -840 to 840; none: no zone was written

  static constexpr std::int64_t max_year = 999'999'999;

  bool operator==(const DateTime&) const = default; ///< of all properties; see compare()
};

/// The value of a lexical form of XSD 1.1, without surrounding space. Nothing when it is not in the
/// lexical space, names a day that does not exist, a leap second or a year beyond max_year.
/// 24:00:00 is the next day's midnight. Digits behind the eighteenth of a second are dropped.
/// Cost: no allocation.
[[nodiscard]] std::optional<DateTime> parse_date_time(std::string_view lexical, DateTimeKind kind);

/// The canonical form: no trailing zeros in the seconds, zone kept as it is, Z for UTC.
[[nodiscard]] std::string to_string(const DateTime& value);

/// Where the value starts. A value without a zone is taken as UTC: the implicit time zone of
/// XPath is fixed here, so that the same query has the same answer on every machine. For sorting
/// and arithmetic; whether two values are equal or one comes first, compare() tells.
[[nodiscard]] Instant instant(const DateTime& value);

/// The order of XSD 1.1 part 2, 3.3.7.4, which the W3C's SPARQL tests follow: with a zone on one
/// side only, values less than 14 hours apart are unordered, neither equal nor different, because
/// the other's zone could be anything. Values of different kinds are unordered too.
[[nodiscard]] std::partial_ordering compare(const DateTime& a, const DateTime& b);

/// The inverse: the local date and time that `instant` has in `zone_minutes` (UTC when none).
/// REQUIRES: its year is within max_year.
[[nodiscard]] DateTime date_time_at(const Instant& instant, DateTimeKind kind,
                                    std::optional<int> zone_minutes);

/// Appends "Z", "+05:30" … as XSD writes it; nothing when there is no zone.
void append_zone(std::string& out, std::optional<int> zone_minutes);

} // namespace tela::rdf
