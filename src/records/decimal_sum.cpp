#include "records/decimal_sum.h"

#include <algorithm>

namespace tela::records {

namespace {

constexpr std::size_t decimals = 4;
constexpr std::int64_t unit = 10'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

} // namespace

std::optional<DecimalSum> DecimalSum::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  const bool digits = std::all_of(whole.begin(), whole.end(), is_digit) &&
                      std::all_of(fraction.begin(), fraction.end(), is_digit);
  if (!digits || whole.size() + fraction.size() == 0) return std::nullopt;
  if (fraction.find_first_not_of('0', decimals) != std::string::npos) return std::nullopt;
  fraction.resize(decimals, '0');
  DecimalSum sum;
  for (const char c : std::string(whole) + fraction) {
    const std::int64_t digit = c - '0';
    if (__builtin_mul_overflow(sum.units_, 10, &sum.units_) ||
        __builtin_add_overflow(sum.units_, digit, &sum.units_))
      return std::nullopt;
  }
  if (negative) sum.units_ = -sum.units_;
  return sum;
}

bool DecimalSum::add(const DecimalSum& other) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(units_, other.units_, &sum)) return false;
  units_ = sum;
  return true;
}

std::string DecimalSum::to_string() const {
  const std::uint64_t size =
      units_ < 0 ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
  std::string fraction = std::to_string(size % unit + unit).substr(1);
  while (fraction.size() > 2 && fraction.ends_with('0')) fraction.pop_back();
  return (units_ < 0 ? "-" : "") + std::to_string(size / unit) + '.' + fraction;
}

} // namespace tela::records
