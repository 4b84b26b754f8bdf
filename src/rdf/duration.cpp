#include "rdf/duration.h"

#include "rdf/calendar.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>

namespace tela::rdf {

namespace {

constexpr std::int64_t attoseconds_of_second = 1'000'000'000'000'000'000;
constexpr std::int64_t seconds_of_day = 86'400;
constexpr int fraction_digits = 18;

bool within(std::int64_t value, std::int64_t limit) {
  return value >= -limit && value <= limit;
}

/// Carries attoseconds into seconds so that 0 <= attoseconds < 10^18. REQUIRES: less than two
/// seconds of them.
void normalise(Duration& value) {
  if (value.attoseconds < 0) {
    value.attoseconds += attoseconds_of_second;
    --value.seconds;
  } else if (value.attoseconds >= attoseconds_of_second) {
    value.attoseconds -= attoseconds_of_second;
    ++value.seconds;
  }
}

/// Reads "1Y2M3DT4H5M6.7S" part by part.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  /// A number with its unit, if the next one has that unit; adds number * weight to `sum`. Clears
  /// fits_ when the sum grows beyond `limit`.
  bool part(char unit, std::int64_t weight, std::int64_t limit, std::int64_t& sum) {
    const auto count = digit_count();
    if (count == 0 || count == text_.size() || text_[count] != unit) return false;
    std::int64_t number = 0;
    for (const char c : text_.substr(0, count))
      number = std::min(number * 10 + (c - '0'), limit + 1);
    std::int64_t product = 0;
    if (__builtin_mul_overflow(number, weight, &product) || product > limit - sum)
      fits_ = false;
    else
      sum += product;
    text_.remove_prefix(count + 1);
    return true;
  }

  /// "6S" or "6.7S".
  bool seconds(std::int64_t limit, Duration& value) {
    if (part('S', 1, limit, value.seconds)) return true;
    const auto count = digit_count();
    const auto rest = text_.substr(count);
    const auto end = rest.find('S');
    if (count == 0 || rest.size() < 3 || rest.front() != '.' || end == std::string_view::npos)
      return false;
    const auto fraction = rest.substr(1, end - 1);
    if (fraction.empty() || !std::all_of(fraction.begin(), fraction.end(), is_digit)) return false;
    for (std::size_t i = 0; i < fraction_digits; ++i)
      value.attoseconds = value.attoseconds * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    const std::string whole = std::string(text_.substr(0, count)) + 'S';
    Scanner in_front(whole);
    const bool found = in_front.part('S', 1, limit, value.seconds);
    fits_ = fits_ && in_front.fits_;
    text_.remove_prefix(count + end + 1);
    return found;
  }

  bool fits() const { return fits_; }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::size_t digit_count() const {
    return static_cast<std::size_t>(std::find_if_not(text_.begin(), text_.end(), is_digit) -
                                    text_.begin());
  }

  std::string_view text_;
  bool fits_ = true;
};

/// The parts behind "T"; whether there is at least one.
bool scan_time(Scanner& scanner, Duration& value) {
  bool any = scanner.part('H', 3600, Duration::max_seconds, value.seconds);
  any = scanner.part('M', 60, Duration::max_seconds, value.seconds) || any;
  return scanner.seconds(Duration::max_seconds, value) || any;
}

/// Years, months and days; whether there is at least one, and all that the kind allows.
bool scan_date(Scanner& scanner, Duration& value) {
  bool any = false;
  if (value.kind != DurationKind::day_time) {
    any = scanner.part('Y', 12, Duration::max_months, value.months);
    any = scanner.part('M', 1, Duration::max_months, value.months) || any;
  }
  if (value.kind != DurationKind::year_month)
    any = scanner.part('D', seconds_of_day, Duration::max_seconds, value.seconds) || any;
  return any;
}

void append_part(std::string& out, std::int64_t number, char unit) {
  if (number == 0) return;
  out += std::to_string(number);
  out += unit;
}

/// "4H5M6.7S" of less than a day, without the T.
std::string time_part(std::int64_t seconds, std::int64_t attoseconds) {
  std::string out;
  append_part(out, seconds / 3600, 'H');
  append_part(out, seconds / 60 % 60, 'M');
  if (attoseconds == 0) {
    append_part(out, seconds % 60, 'S');
    return out;
  }
  const std::string fraction = std::to_string(attoseconds_of_second + attoseconds).substr(1);
  out += std::to_string(seconds % 60) + '.';
  out += fraction.substr(0, fraction.find_last_not_of('0') + 1);
  return out + 'S';
}

/// `start` moved by whole months, the day held back to the end of its month.
DateTime add_months(DateTime start, std::int64_t months) {
  const std::int64_t sum = start.year * 12 + (start.month - 1) + months;
  start.year = (sum >= 0 ? sum : sum - 11) / 12;
  start.month = static_cast<int>(sum - start.year * 12) + 1;
  start.day = std::min(start.day, days_in_month(start.year, start.month));
  return start;
}

Instant operator+(const Instant& instant, const Duration& duration) {
  Duration sum{DurationKind::day_time, 0, instant.seconds + duration.seconds,
               instant.attoseconds + duration.attoseconds};
  normalise(sum);
  return {sum.seconds, sum.attoseconds};
}

struct Named {
  DurationKind kind;
  std::string_view datatype;
};
constexpr std::array kinds{
    Named{DurationKind::duration, xsd::duration},
    Named{DurationKind::day_time, xsd::day_time_duration},
    Named{DurationKind::year_month, xsd::year_month_duration},
};

} // namespace

std::optional<DurationKind> duration_kind(std::string_view datatype) {
  for (const auto& entry : kinds)
    if (entry.datatype == datatype) return entry.kind;
  return std::nullopt;
}

std::string_view datatype_of(DurationKind kind) {
  return kinds[static_cast<std::size_t>(kind)].datatype;
}

std::optional<Duration> parse_duration(std::string_view lexical, DurationKind kind) {
  Scanner scanner(lexical);
  const bool negative = scanner.take('-');
  if (!scanner.take('P')) return std::nullopt;
  Duration value{kind};
  const bool any = scan_date(scanner, value);
  if (kind != DurationKind::year_month && scanner.take('T')) {
    if (!scan_time(scanner, value)) return std::nullopt;
  } else if (!any) {
    return std::nullopt;
  }
  if (!scanner.at_end() || !scanner.fits()) return std::nullopt;
  return negative ? negate(value) : value;
}

std::string to_string(const Duration& value) {
  const bool negative = value.months < 0 || value.seconds < 0;
  const Duration size = negative ? negate(value) : value;
  std::string out = negative ? "-P" : "P";
  append_part(out, size.months / 12, 'Y');
  append_part(out, size.months % 12, 'M');
  append_part(out, size.seconds / seconds_of_day, 'D');
  const std::string time = time_part(size.seconds % seconds_of_day, size.attoseconds);
  if (!time.empty()) out += 'T' + time;
  if (out.size() > 1) return out;
  return value.kind == DurationKind::year_month ? "P0M" : "PT0S";
}

std::partial_ordering compare(const Duration& a, const Duration& b) {
  const auto months = a.months <=> b.months;
  const auto seconds = Instant{a.seconds, a.attoseconds} <=> Instant{b.seconds, b.attoseconds};
  if (is_eq(months)) return seconds;
  if (is_eq(seconds) || months == seconds) return months;
  return std::partial_ordering::unordered;
}

Duration zone_duration(int zone_minutes) {
  return {DurationKind::day_time, 0, zone_minutes * 60, 0};
}

std::optional<Duration> add(const Duration& a, const Duration& b) {
  Duration sum{a.kind == b.kind ? a.kind : DurationKind::duration, a.months + b.months,
               a.seconds + b.seconds, a.attoseconds + b.attoseconds};
  normalise(sum);
  if (!within(sum.months, Duration::max_months) || !within(sum.seconds, Duration::max_seconds))
    return std::nullopt;
  return sum;
}

Duration negate(const Duration& value) {
  Duration result{value.kind, -value.months, -value.seconds, -value.attoseconds};
  normalise(result);
  return result;
}

std::optional<DateTime> add(const DateTime& start, const Duration& duration) {
  if (start.kind == DateTimeKind::g_year || start.kind == DateTimeKind::g_year_month)
    return std::nullopt;
  const bool clock = start.kind == DateTimeKind::time;
  if (clock && duration.months != 0) return std::nullopt;
  const DateTime moved = add_months(start, duration.months);
  DateTime result = date_time_at(instant(moved) + duration, start.kind, start.zone_minutes);
  if (clock) {
    result.year = start.year;
    result.month = start.month;
    result.day = start.day;
  }
  if (start.kind == DateTimeKind::date) {
    result.hour = result.minute = result.second = 0;
    result.attoseconds = 0;
  }
  if (!within(result.year, DateTime::max_year)) return std::nullopt;
  return result;
}

std::optional<Duration> subtract(const DateTime& a, const DateTime& b) {
  if (a.kind != b.kind) return std::nullopt;
  const Instant from = instant(b);
  const Instant to = instant(a);
  Duration result{DurationKind::day_time, 0, to.seconds - from.seconds,
                  to.attoseconds - from.attoseconds};
  normalise(result);
  return result;
}

} // namespace tela::rdf
