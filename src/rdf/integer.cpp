#include "rdf/integer.h"

#include "base/require.h"
#include "rdf/powers_of_ten.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tela::rdf {

using boost::multiprecision::cpp_int;

struct Integer::Big {
  cpp_int value;
};

namespace {

constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t digits_of_int64 = 18; // always fit

bool too_long(const cpp_int& value) {
  return !value.is_zero() && msb(abs(value)) >= Integer::max_bits;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Integer Integer::normalised(Big&& value) {
  if (value.value >= int64_min && value.value <= int64_max)
    return Integer(value.value.convert_to<std::int64_t>());
  Integer result;
  result.big_ = std::make_shared<const Big>(std::move(value));
  return result;
}

Integer::Big Integer::to_big() const {
  if (big_) return *big_;
  return {cpp_int(small_)};
}

Integer Integer::from_digits(std::string_view digits, bool negative) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() <= digits_of_int64) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return Integer(negative ? -value : value);
  }
  cpp_int value{std::string(digits)};
  if (negative) value = -value;
  return normalised({std::move(value)});
}

std::optional<Integer> Integer::parse(std::string_view lexical) {
  const bool negative = !lexical.empty() && lexical.front() == '-';
  if (negative || (!lexical.empty() && lexical.front() == '+')) lexical.remove_prefix(1);
  if (!all_digits(lexical) || lexical.size() > max_digits) return std::nullopt;
  return from_digits(lexical, negative);
}

std::optional<Integer> Integer::truncated(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  constexpr double limit = 9007199254740992.0; // 2^53
  if (std::abs(value) < limit) return Integer(static_cast<std::int64_t>(value));
  return normalised({cpp_int(std::trunc(value))});
}

Integer Integer::power_of_ten(unsigned exponent) {
  if (exponent < int_powers_of_ten.size()) return Integer(int_powers_of_ten[exponent]);
  return normalised({pow(cpp_int(10), exponent)});
}

int Integer::sign() const noexcept {
  if (big_) return big_->value.sign();
  return small_ < 0 ? -1 : (small_ > 0 ? 1 : 0);
}

std::string Integer::to_string() const {
  return big_ ? big_->value.str() : std::to_string(small_);
}

double Integer::to_double() const {
  if (!big_) return static_cast<double>(small_);
  return big_->value.convert_to<double>();
}

Integer Integer::negated() const {
  if (!big_ && small_ != int64_min) return Integer(-small_);
  return normalised({-to_big().value});
}

std::optional<Integer> add(const Integer& a, const Integer& b) {
  std::int64_t sum = 0;
  if (!a.big_ && !b.big_ && !__builtin_add_overflow(a.small_, b.small_, &sum)) return Integer(sum);
  cpp_int result = a.to_big().value + b.to_big().value;
  if (too_long(result)) return std::nullopt;
  return Integer::normalised({std::move(result)});
}

std::optional<Integer> subtract(const Integer& a, const Integer& b) {
  std::int64_t difference = 0;
  if (!a.big_ && !b.big_ && !__builtin_sub_overflow(a.small_, b.small_, &difference))
    return Integer(difference);
  return add(a, b.negated());
}

std::optional<Integer> multiply(const Integer& a, const Integer& b) {
  std::int64_t product = 0;
  if (!a.big_ && !b.big_ && !__builtin_mul_overflow(a.small_, b.small_, &product))
    return Integer(product);
  cpp_int result = a.to_big().value * b.to_big().value;
  if (too_long(result)) return std::nullopt;
  return Integer::normalised({std::move(result)});
}

Quotient divide(const Integer& dividend, const Integer& divisor) {
  base::require(divisor.sign() != 0, "divisor not zero");
  const bool overflows = dividend.small_ == int64_min && divisor.small_ == -1;
  if (!dividend.big_ && !divisor.big_ && !overflows)
    return {Integer(dividend.small_ / divisor.small_), Integer(dividend.small_ % divisor.small_)};
  cpp_int quotient;
  cpp_int remainder;
  divide_qr(dividend.to_big().value, divisor.to_big().value, quotient, remainder);
  return {Integer::normalised({std::move(quotient)}), Integer::normalised({std::move(remainder)})};
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) {
  if (!a.big_ && !b.big_) return a.small_ <=> b.small_;
  const int order = a.to_big().value.compare(b.to_big().value);
  return order <=> 0;
}

} // namespace tela::rdf
