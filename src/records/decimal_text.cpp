#include "records/decimal_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace tela::records {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

/// The number with every kind of space as ' ' and every kind of apostrophe as '\''; nothing when it
/// holds anything but digits and marks.
std::optional<std::string> simple_marks(std::string_view number) {
  std::string simple;
  for (std::size_t at = 0; at < number.size();) {
    const char32_t c = base::next_code_point(number, at);
    if (c < 0x80 && (is_digit(static_cast<char>(c)) || c == '.' || c == ',' || c == ' '))
      simple += static_cast<char>(c);
    else if (c == 0xA0 || c == 0x202F || c == 0x2009)
      simple += ' ';
    else if (c == '\'' || c == U'’')
      simple += '\'';
    else
      return std::nullopt;
  }
  return simple;
}

/// Whether a lone '.' or ',' at `at` cannot part thousands.
bool must_be_decimal(std::string_view number, std::size_t at) {
  const std::string_view whole = number.substr(0, at);
  return number.size() - at - 1 != 3 || whole.empty() || whole.size() > 3 || whole.front() == '0';
}

DecimalMark mark_of(char c) {
  return c == '.' ? DecimalMark::point : DecimalMark::comma;
}

/// What the marks in front of an exponent show: nobody writes thousands there.
DecimalMark mark_shown_by(std::string_view number, bool has_exponent) {
  const auto last = number.find_last_of(".,");
  if (last == std::string_view::npos) return DecimalMark::unknown;
  const char other = number[last] == '.' ? ',' : '.';
  const bool repeated = number.find(number[last]) != last;
  if (number.find(other) != std::string_view::npos) return mark_of(number[last]);
  if (repeated) return mark_of(other);
  return has_exponent || must_be_decimal(number, last) ? mark_of(number[last])
                                                       : DecimalMark::unknown;
}

/// Lengths of the groups are 3 behind the first, or as in India 2, and 3 at the end.
bool fit(const std::vector<std::size_t>& groups, char mark) {
  if (groups.front() < 1 || groups.front() > 3 || groups.back() != 3) return false;
  const auto all_are = [&groups](std::size_t size) {
    return std::all_of(groups.begin() + 1, groups.end() - 1,
                       [size](std::size_t group) { return group == size; });
  };
  return all_are(3) || (mark == ',' && groups.front() <= 2 && all_are(2));
}

/// The digits of a whole number; nothing when its groups are none.
std::optional<std::string> without_groups(std::string_view whole) {
  const auto first = whole.find_first_not_of("0123456789");
  if (first == std::string_view::npos) return std::string(whole);
  const char mark = whole[first];
  std::vector<std::size_t> groups;
  std::string digits;
  for (std::size_t at = 0; at <= whole.size();) {
    const auto end = std::min(whole.find(mark, at), whole.size());
    groups.push_back(end - at);
    digits += whole.substr(at, end - at);
    at = end + 1;
  }
  if (!all_digits(digits) || whole.front() == '0' || !fit(groups, mark)) return std::nullopt;
  return digits;
}

std::string canonical(std::string whole, std::string decimals) {
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  while (decimals.ends_with('0')) decimals.pop_back();
  if (whole.empty()) whole = "0";
  return decimals.empty() ? whole : whole + '.' + decimals;
}

/// The number without its exponent, and the exponent.
std::optional<std::pair<std::string_view, int>> mantissa(std::string_view number) {
  const auto e = number.find_first_of("eE");
  if (e == std::string_view::npos) return std::pair(number, 0);
  std::string_view digits = number.substr(e + 1);
  if (digits.starts_with('+')) digits.remove_prefix(1);
  int exponent = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
  if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
  return std::pair(number.substr(0, e), exponent);
}

} // namespace

DecimalMark common_mark(DecimalMark a, DecimalMark b) {
  if (a == DecimalMark::unknown || a == b) return b;
  return b == DecimalMark::unknown ? a : DecimalMark::disputed;
}

DecimalMark shown_mark(std::string_view number) {
  const auto exponent = number.find_first_of("eE");
  const auto simple = simple_marks(number.substr(0, exponent));
  if (!simple) return DecimalMark::unknown;
  return mark_shown_by(*simple, exponent != std::string_view::npos);
}

bool is_ambiguous(std::string_view number) {
  return shown_mark(number) == DecimalMark::unknown &&
         number.find_first_of(".,") != std::string_view::npos;
}

std::optional<std::string> plain_decimal(std::string_view number, DecimalMark mark) {
  const auto parts = mantissa(number);
  const auto simple = parts ? simple_marks(parts->first) : std::nullopt;
  if (!simple || simple->size() > most_digits) return std::nullopt;
  const auto shown = mark_shown_by(*simple, parts->first.size() < number.size());
  if (shown != DecimalMark::unknown) mark = shown;
  const bool decided = mark == DecimalMark::point || mark == DecimalMark::comma;
  if (!decided && simple->find_first_of(".,") != std::string::npos) return std::nullopt;
  const std::size_t at = simple->find(mark == DecimalMark::comma ? ',' : '.');
  const auto whole = without_groups(std::string_view(*simple).substr(0, at));
  const std::string decimals = at == std::string::npos ? "" : simple->substr(at + 1);
  if (!whole || !all_digits(decimals) || whole->size() + decimals.size() == 0) return std::nullopt;
  return shifted(canonical(*whole, decimals), parts->second);
}

std::optional<std::string> shifted(std::string_view decimal, int exponent) {
  constexpr int furthest = 400; // beyond what a double holds
  if (exponent < -furthest || exponent > furthest) return std::nullopt;
  const auto point = std::min(decimal.find('.'), decimal.size());
  std::string whole(decimal.substr(0, point));
  std::string decimals(decimal.substr(std::min(point + 1, decimal.size())));
  const auto distance = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
  if (exponent > 0) {
    decimals.resize(std::max(decimals.size(), distance), '0');
    whole += decimals.substr(0, distance);
    decimals.erase(0, distance);
  } else if (exponent < 0) {
    if (whole.size() < distance) whole.insert(0, distance - whole.size(), '0');
    decimals.insert(0, whole.substr(whole.size() - distance));
    whole.resize(whole.size() - distance);
  }
  return canonical(std::move(whole), std::move(decimals));
}

std::string with_cents(std::string decimal) {
  const auto point = decimal.find('.');
  if (point == std::string::npos) return decimal + ".00";
  constexpr std::size_t cents = 2;
  if (decimal.size() - point - 1 < cents) decimal.resize(point + 1 + cents, '0');
  return decimal;
}

} // namespace tela::records
