#pragma once

#include "rdf/date_time.h"
#include "rdf/id.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>

/// Values that stand in the id itself. Written to disk: do not change the layouts of the 60 payload
/// bits, highest bit first.
///
///   boolean    59 zero bits, then 0 or 1.
///   integer    the value + 2^59.
///   decimal    5 bits scale (digits behind the point, 0 = no point written), 55 bits
///              mantissa + 2^54. Value = mantissa / 10^scale. "81500.00" is 8150000 with scale 2,
///              so every written zero comes back. Within one scale, order of ids = numeric order.
///   double_    1 bit: 0 for a minus sign; then 10 bits exponent and 49 bits digits, both inverted
///              under a minus sign, so that order of ids = numeric order (-0.0E0 before 0.0E0).
///              Exponent: 0 for zero, 1022 for INF, 1023 for NaN, otherwise the decimal exponent +
///              400. Digits: the significant digits as an integer of 14 digits, first digit not
///              zero.
///   date, date_time
///              1 bit: a zone was written; 50 bits: milliseconds on the time line since
///              0000-01-01T00:00:00 of UTC (of local time without a zone), where a date starts,
///              + 2^49; 2 bits: number of digits written behind the point of the seconds; 7 bits
///              zone: quarter hours + 56, 113 for "+00:00", 114 for "-00:00", 0 when none.
///              Years 0000 to 9999, zones of whole quarter hours, three digits of fraction.
namespace tela::rdf {

/// mantissa / 10^scale, 0 <= scale <= max_scale.
struct FixedPoint {
  static constexpr int max_scale = 18; ///< 10^18 fits an int64
  std::int64_t mantissa = 0;
  int scale = 0;

  bool operator==(const FixedPoint&) const = default; ///< of the parts: 1.0 is not 1.00
};

/// The id of a value in its canonical form (a decimal: with exactly `scale` digits behind the
/// point), or nothing when it is too large for 60 bits. Cost: a few nanoseconds; a double about 50.
[[nodiscard]] std::optional<Id> inline_integer(std::int64_t value) noexcept;
[[nodiscard]] std::optional<Id> inline_decimal(const FixedPoint& value) noexcept;
[[nodiscard]] std::optional<Id> inline_double(double value) noexcept;
[[nodiscard]] constexpr Id inline_boolean(bool value) noexcept {
  return Id::make(IdTag::boolean, value ? 1 : 0);
}

/// The value of an id. REQUIRES: the id has the tag that the name says.
[[nodiscard]] constexpr bool boolean_value(Id id) noexcept {
  return id.payload() != 0;
}
[[nodiscard]] constexpr std::int64_t integer_value(Id id) noexcept {
  return static_cast<std::int64_t>(id.payload()) - (std::int64_t{1} << 59U);
}
[[nodiscard]] constexpr FixedPoint decimal_value(Id id) noexcept {
  constexpr std::uint64_t mantissa_mask = (std::uint64_t{1} << 55U) - 1;
  return {static_cast<std::int64_t>(id.payload() & mantissa_mask) - (std::int64_t{1} << 54U),
          // Of a damaged id, too, a scale that 10^scale can be taken of.
          std::min(static_cast<int>(id.payload() >> 55U), FixedPoint::max_scale)};
}
[[nodiscard]] double double_value(Id id) noexcept;

/// Of a date or dateTime id: milliseconds since 1970-01-01T00:00:00 of UTC, a date's midnight, no
/// zone taken as UTC.
[[nodiscard]] std::int64_t time_line_milliseconds(Id id) noexcept;
/// Of a date or dateTime id: offset from UTC in minutes, or nothing when no zone was written.
[[nodiscard]] std::optional<int> zone_minutes(Id id) noexcept;

/// The value of a date or dateTime id. Cost: some ten nanoseconds.
[[nodiscard]] DateTime date_time_value(Id id);

/// compare() of rdf/date_time.h for two date or two dateTime ids. Cost: a nanosecond.
[[nodiscard]] std::partial_ordering compare_times(Id a, Id b) noexcept;

/// The datatype IRI of an inline id. REQUIRES: id.is_inline().
[[nodiscard]] std::string_view inline_datatype(Id id);
/// Appends the lexical form of an inline id. REQUIRES: id.is_inline().
void append_inline_lexical(std::string& out, Id id);

} // namespace tela::rdf
