#include "rdf/date_time.h"

#include "rdf/calendar.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>

namespace tela::rdf {

namespace {

constexpr std::int64_t seconds_of_day = 86'400;
constexpr int fraction_digits = 18;
constexpr int max_zone_minutes = 14 * 60;

/// A cursor over a lexical form; every member returns whether it found what it looks for.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool two_digits(int& value) {
    if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return false;
    value = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    return true;
  }
  /// Four digits or more; more than four only without a leading zero.
  bool year(std::int64_t& value) {
    const bool negative = take('-');
    const std::size_t count = digit_count();
    if (count < 4 || count > 9 || (count > 4 && text_.front() == '0')) return false;
    value = 0;
    for (const char c : text_.substr(0, count)) value = value * 10 + (c - '0');
    if (negative) value = -value;
    text_.remove_prefix(count);
    return true;
  }
  /// The digits behind the point of the seconds, at least one.
  bool fraction(std::int64_t& attoseconds) {
    const std::size_t count = digit_count();
    if (count == 0) return false;
    attoseconds = 0;
    for (std::size_t i = 0; i < fraction_digits; ++i)
      attoseconds = attoseconds * 10 + (i < count ? text_[i] - '0' : 0);
    text_.remove_prefix(count);
    return true;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::size_t digit_count() const {
    return static_cast<std::size_t>(std::find_if_not(text_.begin(), text_.end(), is_digit) -
                                    text_.begin());
  }

  std::string_view text_;
};

bool has_date(DateTimeKind kind) {
  return kind == DateTimeKind::date_time || kind == DateTimeKind::date;
}

bool has_time(DateTimeKind kind) {
  return kind == DateTimeKind::date_time || kind == DateTimeKind::time;
}

bool scan_date(Scanner& scanner, DateTime& value) {
  if (!scanner.year(value.year)) return false;
  if (value.kind == DateTimeKind::g_year) return true;
  if (!scanner.take('-') || !scanner.two_digits(value.month)) return false;
  if (value.month < 1 || value.month > 12) return false;
  if (value.kind == DateTimeKind::g_year_month) return true;
  if (!scanner.take('-') || !scanner.two_digits(value.day)) return false;
  return value.day >= 1 && value.day <= days_in_month(value.year, value.month);
}

bool scan_time(Scanner& scanner, DateTime& value) {
  if (!scanner.two_digits(value.hour) || !scanner.take(':') || !scanner.two_digits(value.minute) ||
      !scanner.take(':') || !scanner.two_digits(value.second))
    return false;
  if (scanner.take('.') && !scanner.fraction(value.attoseconds)) return false;
  if (value.minute > 59 || value.second > 59) return false;
  if (value.hour == 24) return value.minute == 0 && value.second == 0 && value.attoseconds == 0;
  return value.hour < 24;
}

bool scan_zone(Scanner& scanner, DateTime& value) {
  if (scanner.at_end()) return true;
  if (scanner.take('Z')) {
    value.zone_minutes = 0;
    return true;
  }
  const bool negative = scanner.take('-');
  if (!negative && !scanner.take('+')) return false;
  int hours = 0;
  int minutes = 0;
  if (!scanner.two_digits(hours) || !scanner.take(':') || !scanner.two_digits(minutes))
    return false;
  const int offset = hours * 60 + minutes;
  if (minutes > 59 || offset > max_zone_minutes) return false;
  value.zone_minutes = negative ? -offset : offset;
  return true;
}

void carry_end_of_day(DateTime& value) {
  if (value.hour != 24) return;
  value.hour = 0;
  if (value.kind == DateTimeKind::time) return;
  const auto next = civil_from_days(days_from_civil({value.year, value.month, value.day}) + 1);
  value.year = next.year;
  value.month = next.month;
  value.day = next.day;
}

void append_padded(std::string& out, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

void append_year(std::string& out, std::int64_t year) {
  if (year < 0) out += '-';
  append_padded(out, year < 0 ? -year : year, 4);
}

void append_time(std::string& out, const DateTime& value) {
  append_padded(out, value.hour, 2);
  out += ':';
  append_padded(out, value.minute, 2);
  out += ':';
  append_padded(out, value.second, 2);
  if (value.attoseconds == 0) return;
  out += '.';
  append_padded(out, value.attoseconds, fraction_digits);
  out.erase(out.find_last_not_of('0') + 1);
}

struct Named {
  DateTimeKind kind;
  std::string_view datatype;
};
constexpr std::array kinds{
    Named{DateTimeKind::date_time, xsd::date_time},
    Named{DateTimeKind::date, xsd::date},
    Named{DateTimeKind::time, xsd::time},
    Named{DateTimeKind::g_year_month, xsd::g_year_month},
    Named{DateTimeKind::g_year, xsd::g_year},
};

} // namespace

std::optional<DateTimeKind> date_time_kind(std::string_view datatype) {
  for (const auto& entry : kinds)
    if (entry.datatype == datatype) return entry.kind;
  return std::nullopt;
}

std::string_view datatype_of(DateTimeKind kind) {
  return kinds[static_cast<std::size_t>(kind)].datatype;
}

std::optional<DateTime> parse_date_time(std::string_view lexical, DateTimeKind kind) {
  DateTime value;
  value.kind = kind;
  Scanner scanner(lexical);
  if (kind == DateTimeKind::time) {
    value.month = 12;
    value.day = 31;
  } else if (!scan_date(scanner, value)) {
    return std::nullopt;
  }
  if (kind == DateTimeKind::date_time && !scanner.take('T')) return std::nullopt;
  if (has_time(kind) && !scan_time(scanner, value)) return std::nullopt;
  if (!scan_zone(scanner, value) || !scanner.at_end()) return std::nullopt;
  carry_end_of_day(value);
  if (value.year > DateTime::max_year) return std::nullopt;
  return value;
}

std::string to_string(const DateTime& value) {
  std::string out;
  if (value.kind != DateTimeKind::time) append_year(out, value.year);
  if (has_date(value.kind) || value.kind == DateTimeKind::g_year_month) {
    out += '-';
    append_padded(out, value.month, 2);
  }
  if (has_date(value.kind)) {
    out += '-';
    append_padded(out, value.day, 2);
  }
  if (value.kind == DateTimeKind::date_time) out += 'T';
  if (has_time(value.kind)) append_time(out, value);
  append_zone(out, value.zone_minutes);
  return out;
}

Instant instant(const DateTime& value) {
  const std::int64_t days = days_from_civil({value.year, value.month, value.day});
  const std::int64_t minutes = value.hour * 60 + value.minute - value.zone_minutes.value_or(0);
  return {days * seconds_of_day + minutes * 60 + value.second, value.attoseconds};
}

std::partial_ordering compare(const DateTime& a, const DateTime& b) {
  if (a.kind != b.kind) return std::partial_ordering::unordered;
  const Instant x = instant(a);
  const Instant y = instant(b);
  if (a.zone_minutes.has_value() == b.zone_minutes.has_value()) return x <=> y;
  const auto shifted = [](const Instant& from, int minutes) {
    return Instant{from.seconds + minutes * 60, from.attoseconds};
  };
  if (shifted(x, max_zone_minutes) < y) return std::partial_ordering::less;
  if (shifted(x, -max_zone_minutes) > y) return std::partial_ordering::greater;
  return std::partial_ordering::unordered;
}

DateTime date_time_at(const Instant& instant, DateTimeKind kind, std::optional<int> zone_minutes) {
  const std::int64_t local = instant.seconds + zone_minutes.value_or(0) * 60;
  const std::int64_t days = (local >= 0 ? local : local - (seconds_of_day - 1)) / seconds_of_day;
  const int second_of_day = static_cast<int>(local - days * seconds_of_day);
  const auto date = civil_from_days(days);
  return {kind,
          date.year,
          date.month,
          date.day,
          second_of_day / 3600,
          second_of_day / 60 % 60,
          second_of_day % 60,
          instant.attoseconds,
          zone_minutes};
}

void append_zone(std::string& out, std::optional<int> zone_minutes) {
  if (!zone_minutes) return;
  if (*zone_minutes == 0) {
    out += 'Z';
    return;
  }
  const int offset = *zone_minutes < 0 ? -*zone_minutes : *zone_minutes;
  out += *zone_minutes < 0 ? '-' : '+';
  append_padded(out, offset / 60, 2);
  out += ':';
  append_padded(out, offset % 60, 2);
}

} // namespace tela::rdf
