#include "rdf/inline_value.h"

#include "base/require.h"
#include "rdf/calendar.h"
#include "rdf/date_time.h"
#include "rdf/namespaces.h"
#include "rdf/powers_of_ten.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tela::rdf {

namespace {

constexpr std::int64_t integer_bias = std::int64_t{1} << 59U;
constexpr std::int64_t mantissa_bias = std::int64_t{1} << 54U;
constexpr int scale_shift = 55;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Digits in front, without a needless leading zero; moved behind them. Nothing when there are none
/// or more than 18.
std::optional<std::int64_t> take_canonical_digits(std::string_view& text) {
  std::size_t count = 0;
  std::uint64_t value = 0; // of 19 digits at most, which an int64 would not hold
  while (count < text.size() && is_digit(text[count]) && count <= 18)
    value = value * 10 + static_cast<std::uint64_t>(text[count++] - '0');
  if (count == 0 || count > 18 || (count > 1 && text.front() == '0')) return std::nullopt;
  text.remove_prefix(count);
  return static_cast<std::int64_t>(value);
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// --- integer, decimal -----------------------------------------------------------------------

std::optional<Id> integer_id(std::string_view text) {
  const bool negative = take(text, '-');
  const auto magnitude = take_canonical_digits(text);
  if (!magnitude || !text.empty() || (negative && *magnitude == 0)) return std::nullopt;
  return inline_integer(negative ? -*magnitude : *magnitude);
}

std::optional<Id> decimal_id(std::string_view text) {
  const bool negative = take(text, '-');
  const auto whole = take_canonical_digits(text);
  if (!whole) return std::nullopt;
  std::int64_t mantissa = *whole;
  int scale = 0;
  if (take(text, '.')) {
    if (text.empty() || text.size() > FixedPoint::max_scale) return std::nullopt;
    for (const char c : text) {
      if (!is_digit(c) || mantissa > mantissa_bias / 10) return std::nullopt;
      mantissa = mantissa * 10 + (c - '0');
    }
    scale = static_cast<int>(text.size());
  } else if (!text.empty()) {
    return std::nullopt;
  }
  if (negative && mantissa == 0) return std::nullopt;
  return inline_decimal({negative ? -mantissa : mantissa, scale});
}

void append_decimal(std::string& out, const FixedPoint& value) {
  std::string digits = std::to_string(value.mantissa < 0 ? -value.mantissa : value.mantissa);
  const auto scale = static_cast<std::size_t>(value.scale);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (value.mantissa < 0) out += '-';
  out.append(digits, 0, digits.size() - scale);
  if (scale == 0) return;
  out += '.';
  out.append(digits, digits.size() - scale);
}

// --- double ---------------------------------------------------------------------------------

constexpr int double_digits = 14;
constexpr std::int64_t digits_limit = 100'000'000'000'000; // 10^double_digits
constexpr int digits_bits = 49;
constexpr std::uint64_t digits_mask = (std::uint64_t{1} << digits_bits) - 1;
constexpr std::uint64_t positive_bit = std::uint64_t{1} << 59U;
constexpr int exponent_bias = 400;
constexpr int max_exponent = 307; // every value up to here is a finite, normal double
constexpr std::uint64_t exponent_of_infinity = 1022;
constexpr std::uint64_t exponent_of_nan = 1023;

/// A double as it is written: digits with an implied point behind the first.
struct DecimalFloat {
  bool negative = false;
  std::uint64_t exponent_field = 0;
  std::uint64_t digits = 0;

  [[nodiscard]] int exponent() const { return static_cast<int>(exponent_field) - exponent_bias; }
};

Id pack(const DecimalFloat& value) {
  const std::uint64_t magnitude = value.exponent_field << digits_bits | value.digits;
  return Id::make(IdTag::double_,
                  value.negative ? ~magnitude & (positive_bit - 1) : positive_bit | magnitude);
}

DecimalFloat unpack(Id id) {
  const bool negative = (id.payload() & positive_bit) == 0;
  const std::uint64_t magnitude = (negative ? ~id.payload() : id.payload()) & (positive_bit - 1);
  return {negative, magnitude >> digits_bits, magnitude & digits_mask};
}

std::optional<Id> special_double_id(std::string_view text) {
  if (text == "INF") return pack({false, exponent_of_infinity, 0});
  if (text == "-INF") return pack({true, exponent_of_infinity, 0});
  if (text == "NaN") return pack({false, exponent_of_nan, 0});
  if (text == "0.0E0") return pack({});
  if (text == "-0.0E0") return pack({true, 0, 0});
  return std::nullopt;
}

/// The digits of "1.25E7" behind the sign, filled up to 14; nothing unless canonical: one digit
/// that is not zero, a point, digits without a trailing zero or just one zero.
std::optional<std::uint64_t> take_mantissa(std::string_view& text) {
  if (text.size() < 3 || !is_digit(text[0]) || text[0] == '0' || text[1] != '.')
    return std::nullopt;
  std::uint64_t digits = static_cast<std::uint64_t>(text[0] - '0');
  std::size_t at = 2;
  for (; at < text.size() && is_digit(text[at]) && at <= double_digits; ++at)
    digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
  if (at == 2 || (at > 3 && text[at - 1] == '0')) return std::nullopt;
  for (std::size_t count = at - 1; count < double_digits; ++count) digits *= 10;
  text.remove_prefix(at);
  return digits;
}

std::optional<Id> double_id(std::string_view text) {
  if (const auto special = special_double_id(text)) return special;
  const bool negative = take(text, '-');
  const auto digits = take_mantissa(text);
  if (!digits || !take(text, 'E')) return std::nullopt;
  const bool small = take(text, '-');
  const auto exponent = take_canonical_digits(text);
  if (!exponent || !text.empty() || *exponent > max_exponent || (small && *exponent == 0))
    return std::nullopt;
  const auto signed_exponent = small ? -*exponent : *exponent;
  return pack({negative, static_cast<std::uint64_t>(signed_exponent + exponent_bias), *digits});
}

void append_double(std::string& out, const DecimalFloat& value) {
  if (value.exponent_field == exponent_of_nan) {
    out += "NaN";
    return;
  }
  if (value.negative) out += '-';
  if (value.exponent_field == exponent_of_infinity) {
    out += "INF";
    return;
  }
  if (value.exponent_field == 0) {
    out += "0.0E0";
    return;
  }
  std::string digits = std::to_string(value.digits);
  digits.erase(std::max<std::size_t>(digits.find_last_not_of('0') + 1, 1)); // a damaged id: "0"
  if (digits.size() == 1) digits += '0';
  out += digits[0];
  out += '.';
  out.append(digits, 1);
  out += 'E';
  out += std::to_string(value.exponent());
}

/// digits * 10^power by way of text, correctly rounded: for powers that a double does not hold
/// exactly.
double scaled(std::uint64_t digits, int power) {
  const std::string text = std::to_string(digits) + 'e' + std::to_string(power);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

double magnitude_of(const DecimalFloat& value) {
  const int power = value.exponent() - (double_digits - 1);
  const auto digits = static_cast<double>(value.digits); // below 2^53: exact
  // Both operands are exact, so the one rounding of IEEE 754 is the right one.
  if (power >= 0 && power <= 22)
    return digits * double_powers_of_ten[static_cast<std::size_t>(power)];
  if (power < 0 && power >= -22)
    return digits / double_powers_of_ten[static_cast<std::size_t>(-power)];
  return scaled(value.digits, power);
}

// --- date, dateTime -------------------------------------------------------------------------

constexpr std::int64_t time_bias = std::int64_t{1} << 49U;
constexpr std::uint64_t time_mask = (std::uint64_t{1} << 50U) - 1;
constexpr std::uint64_t zone_bit = std::uint64_t{1} << 59U;
constexpr int zone_width = 7;
constexpr int fraction_width = 2;
constexpr int time_shift = zone_width + fraction_width;
constexpr std::int64_t seconds_from_year_0 = -days_from_civil({0, 1, 1}) * 86'400;
constexpr std::int64_t attoseconds_of_millisecond = 1'000'000'000'000'000;

constexpr std::uint64_t zone_zero = 56;
constexpr std::uint64_t zone_plus_zero = 113;
constexpr std::uint64_t zone_minus_zero = 114;

/// The zone as it is written at the end of `text`; nothing when it is no whole quarter hour.
std::optional<std::uint64_t> zone_code(std::string_view text, int minutes) {
  if (minutes % 15 != 0) return std::nullopt;
  if (minutes != 0 || text.back() == 'Z') return static_cast<std::uint64_t>(56 + minutes / 15);
  return text[text.size() - 6] == '-' ? zone_minus_zero : zone_plus_zero;
}

/// How many digits stand behind the point of the seconds in "2024-05-01T12:00:00.250Z".
std::uint64_t written_fraction_digits(std::string_view text) {
  constexpr std::size_t point = 19;
  if (text.size() <= point || text[point] != '.') return 0;
  std::uint64_t count = 0;
  while (point + 1 + count < text.size() && is_digit(text[point + 1 + count])) ++count;
  return count;
}

std::optional<Id> date_time_id(std::string_view text, DateTimeKind kind, IdTag tag) {
  const auto value = parse_date_time(text, kind);
  if (!value || text[4] != '-' || text[0] == '-') return std::nullopt; // years of four digits only
  if (kind == DateTimeKind::date_time && text.substr(11, 2) == "24") return std::nullopt;
  const auto fraction = written_fraction_digits(text);
  if (fraction > 3) return std::nullopt;
  std::uint64_t zone = 0;
  if (value->zone_minutes) {
    const auto code = zone_code(text, *value->zone_minutes);
    if (!code) return std::nullopt;
    zone = zone_bit | *code;
  }
  const Instant at = instant(*value);
  const std::int64_t milliseconds =
      (at.seconds + seconds_from_year_0) * 1000 + at.attoseconds / attoseconds_of_millisecond;
  return Id::make(tag, zone | static_cast<std::uint64_t>(milliseconds + time_bias) << time_shift |
                           fraction << zone_width);
}

void append_written_fraction(std::string& out, std::int64_t milliseconds, std::size_t count) {
  if (count == 0) return;
  const std::string digits = std::to_string(1000 + milliseconds);
  out += '.';
  out.append(digits, 1, count);
}

void append_date_time(std::string& out, Id id) {
  DateTime value = date_time_value(id);
  const std::int64_t milliseconds = value.attoseconds / attoseconds_of_millisecond;
  value.attoseconds = 0;
  value.zone_minutes.reset();
  out += to_string(value);
  append_written_fraction(out, milliseconds, id.payload() >> zone_width & 3U);
  const auto code = id.payload() & ((1U << zone_width) - 1);
  if (code == zone_plus_zero || code == zone_minus_zero)
    out += code == zone_plus_zero ? "+00:00" : "-00:00";
  else
    append_zone(out, zone_minutes(id));
}

} // namespace

std::optional<Id> inline_integer(std::int64_t value) noexcept {
  if (value < -integer_bias || value >= integer_bias) return std::nullopt;
  return Id::make(IdTag::integer, static_cast<std::uint64_t>(value + integer_bias));
}

std::optional<Id> inline_decimal(const FixedPoint& value) noexcept {
  if (value.mantissa < -mantissa_bias || value.mantissa >= mantissa_bias) return std::nullopt;
  return Id::make(IdTag::decimal, static_cast<std::uint64_t>(value.scale) << scale_shift |
                                      static_cast<std::uint64_t>(value.mantissa + mantissa_bias));
}

std::optional<Id> inline_double(double value) noexcept {
  const bool negative = std::signbit(value);
  if (std::isnan(value)) return pack({false, exponent_of_nan, 0});
  if (std::isinf(value)) return pack({negative, exponent_of_infinity, 0});
  if (value == 0) return pack({negative, 0, 0});
  std::array<char, 32> text{};
  const auto* end = std::to_chars(text.data(), text.data() + text.size(), std::abs(value),
                                  std::chars_format::scientific)
                        .ptr;
  std::uint64_t digits = 0;
  const char* at = text.data();
  int count = 0;
  for (; *at != 'e'; ++at) {
    if (*at == '.') continue;
    digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    ++count;
  }
  ++at;
  if (*at == '+') ++at;
  int exponent = 0;
  std::from_chars(at, end, exponent);
  if (count > double_digits || exponent > max_exponent || exponent < -max_exponent)
    return std::nullopt;
  for (; count < double_digits; ++count) digits *= 10;
  return pack({negative, static_cast<std::uint64_t>(exponent + exponent_bias), digits});
}

double double_value(Id id) noexcept {
  const auto value = unpack(id);
  double magnitude = 0;
  if (value.exponent_field == exponent_of_nan)
    magnitude = std::numeric_limits<double>::quiet_NaN();
  else if (value.exponent_field == exponent_of_infinity)
    magnitude = std::numeric_limits<double>::infinity();
  else if (value.exponent_field != 0)
    magnitude = magnitude_of(value);
  return value.negative ? -magnitude : magnitude;
}

std::int64_t time_line_milliseconds(Id id) noexcept {
  return static_cast<std::int64_t>(id.payload() >> time_shift & time_mask) - time_bias -
         seconds_from_year_0 * 1000;
}

std::optional<int> zone_minutes(Id id) noexcept {
  if ((id.payload() & zone_bit) == 0) return std::nullopt;
  const auto code = id.payload() & ((1U << zone_width) - 1);
  if (code == zone_plus_zero || code == zone_minus_zero) return 0;
  return (static_cast<int>(code) - static_cast<int>(zone_zero)) * 15;
}

DateTime date_time_value(Id id) {
  const std::int64_t milliseconds = time_line_milliseconds(id) + seconds_from_year_0 * 1000;
  // Counted from a day before year 0, so that division rounds down whatever the zone.
  constexpr std::int64_t day = 86'400'000;
  const Instant whole{(milliseconds + day) / 1000 - day / 1000 - seconds_from_year_0, 0};
  const auto kind = id.tag() == IdTag::date ? DateTimeKind::date : DateTimeKind::date_time;
  DateTime value = date_time_at(whole, kind, zone_minutes(id));
  value.attoseconds = (milliseconds + day) % 1000 * attoseconds_of_millisecond;
  return value;
}

std::partial_ordering compare_times(Id a, Id b) noexcept {
  constexpr std::int64_t widest_zone = 14 * 3'600'000;
  const std::int64_t difference = time_line_milliseconds(a) - time_line_milliseconds(b);
  const bool one_zone_missing = ((a.payload() ^ b.payload()) & zone_bit) != 0;
  if (one_zone_missing && difference >= -widest_zone && difference <= widest_zone)
    return std::partial_ordering::unordered;
  return difference <=> 0;
}

std::string_view inline_datatype(Id id) {
  base::require(id.is_inline(), "id.is_inline()");
  constexpr std::array datatypes{xsd::boolean, xsd::integer, xsd::decimal,
                                 xsd::double_, xsd::date,    xsd::date_time};
  return datatypes[static_cast<std::size_t>(id.tag()) - static_cast<std::size_t>(IdTag::boolean)];
}

void append_inline_lexical(std::string& out, Id id) {
  base::require(id.is_inline(), "id.is_inline()");
  switch (id.tag()) {
  case IdTag::boolean:
    out += boolean_value(id) ? "true" : "false";
    return;
  case IdTag::integer:
    out += std::to_string(integer_value(id));
    return;
  case IdTag::decimal:
    return append_decimal(out, decimal_value(id));
  case IdTag::double_:
    return append_double(out, unpack(id));
  default:
    return append_date_time(out, id);
  }
}

std::optional<Id> inline_id(const TermView& literal) {
  const std::string_view type = literal.datatype;
  // Of the six datatypes only decimal, integer and boolean have names of the same length.
  if (type.size() < xsd::date.size() || type.size() > xsd::date_time.size()) return std::nullopt;
  const std::string_view text = literal.value;
  if (type == xsd::integer) return integer_id(text);
  if (type == xsd::decimal) return decimal_id(text);
  if (type == xsd::double_) return double_id(text);
  if (type == xsd::date) return date_time_id(text, DateTimeKind::date, IdTag::date);
  if (type == xsd::date_time) return date_time_id(text, DateTimeKind::date_time, IdTag::date_time);
  if (type != xsd::boolean) return std::nullopt;
  if (text == "true") return inline_boolean(true);
  if (text == "false") return inline_boolean(false);
  return std::nullopt;
}

Term inline_term(Id id) {
  Term term{TermKind::literal, {}, std::string(inline_datatype(id)), {}};
  append_inline_lexical(term.value, id);
  return term;
}

} // namespace tela::rdf
