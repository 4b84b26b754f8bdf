#include "rdf/decimal.h"

#include "rdf/powers_of_ten.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace tela::rdf {

namespace {

/// Halves away from zero. REQUIRES: divisor > 0.
Integer rounded_quotient(const Integer& dividend, const Integer& divisor) {
  const auto [quotient, remainder] = divide(dividend, divisor);
  const Integer size = remainder.sign() < 0 ? remainder.negated() : remainder;
  const bool up = subtract(divisor, size).value_or(Integer()) <= size;
  return up ? *add(quotient, dividend.sign() < 0 ? -1 : 1) : quotient;
}

int digit_count(const Integer& value) {
  return static_cast<int>(value.to_string().size()) - (value.sign() < 0 ? 1 : 0);
}

/// Both mantissas at the larger of the two scales; nothing when that is too long.
struct Aligned {
  Integer a, b;
  int scale = 0;
};
std::optional<Aligned> align(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale(), b.scale());
  const auto raised = [scale](const Decimal& value) {
    if (value.scale() == scale) return std::optional(value.mantissa());
    return multiply(value.mantissa(),
                    Integer::power_of_ten(static_cast<unsigned>(scale - value.scale())));
  };
  const auto left = raised(a);
  const auto right = raised(b);
  if (!left || !right) return std::nullopt;
  return Aligned{*left, *right, scale};
}

template<typename Float>
std::optional<Decimal> from_binary(Float value) {
  if (!std::isfinite(value)) return std::nullopt;
  constexpr auto whole_from =
      static_cast<Float>(std::int64_t{1} << std::numeric_limits<Float>::digits);
  if (std::abs(value) >= whole_from) return Decimal(*Integer::truncated(value));
  std::array<char, 400> text{};
  const auto* end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return Decimal::parse({text.data(), static_cast<std::size_t>(end - text.data())});
}

/// The decimal as text that from_chars reads: correctly rounded for any length.
template<typename Float>
Float nearest(const Decimal& value) {
  const std::string text = value.mantissa().to_string() + 'e' + std::to_string(-value.scale());
  Float result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error == std::errc::result_out_of_range) {
    const bool tiny = digit_count(value.mantissa()) < value.scale();
    result = tiny ? Float(0) : std::numeric_limits<Float>::infinity();
    if (value.sign() < 0) result = -result;
  }
  return result;
}

} // namespace

Decimal::Decimal(Integer mantissa, int scale) : mantissa_(std::move(mantissa)), scale_(scale) {
  if (scale_ > max_scale) {
    const auto excess = static_cast<unsigned>(scale_ - max_scale);
    mantissa_ = rounded_quotient(mantissa_, Integer::power_of_ten(excess));
    scale_ = max_scale;
  }
  drop_trailing_zeros();
}

void Decimal::drop_trailing_zeros() {
  if (auto small = mantissa_.as_int64()) {
    for (; scale_ > 0 && *small % 10 == 0; --scale_) *small /= 10;
    mantissa_ = *small;
    return;
  }
  const std::string text = mantissa_.to_string();
  const auto zeros = static_cast<int>(text.size() - 1 - text.find_last_not_of('0'));
  const int dropped = std::min(zeros, scale_);
  if (dropped == 0) return;
  mantissa_ = divide(mantissa_, Integer::power_of_ten(static_cast<unsigned>(dropped))).quotient;
  scale_ -= dropped;
}

std::optional<Decimal> Decimal::parse(std::string_view lexical) {
  const bool negative = !lexical.empty() && lexical.front() == '-';
  if (negative || (!lexical.empty() && lexical.front() == '+')) lexical.remove_prefix(1);
  const auto point = std::min(lexical.find('.'), lexical.size());
  std::string digits(lexical.substr(0, point));
  if (point < lexical.size()) digits += lexical.substr(point + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (digits.empty() || digits.size() > Integer::max_digits ||
      !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  const int scale = static_cast<int>(digits.size() - point);
  return Decimal(Integer::from_digits(digits, negative), scale);
}

std::optional<Decimal> Decimal::from_double(double value) {
  return from_binary(value);
}

std::optional<Decimal> Decimal::from_float(float value) {
  return from_binary(value);
}

std::optional<FixedPoint> Decimal::as_fixed_point() const noexcept {
  const auto mantissa = mantissa_.as_int64();
  if (!mantissa || scale_ > FixedPoint::max_scale) return std::nullopt;
  return FixedPoint{*mantissa, scale_};
}

std::string Decimal::to_string() const {
  std::string text = mantissa_.to_string();
  if (scale_ == 0) return text;
  const std::size_t sign = mantissa_.sign() < 0 ? 1 : 0;
  const auto scale = static_cast<std::size_t>(scale_);
  if (text.size() - sign <= scale) text.insert(sign, scale + 1 - (text.size() - sign), '0');
  text.insert(text.size() - scale, 1, '.');
  return text;
}

double Decimal::to_double() const {
  const auto small = mantissa_.as_int64();
  constexpr std::int64_t exact = std::int64_t{1} << 53U;
  const auto scale = static_cast<std::size_t>(scale_);
  if (small && scale < double_powers_of_ten.size() && *small > -exact && *small < exact)
    return static_cast<double>(*small) / double_powers_of_ten[scale]; // both operands are exact
  return nearest<double>(*this);
}

float Decimal::to_float() const {
  return nearest<float>(*this);
}

Integer Decimal::truncated() const {
  if (scale_ == 0) return mantissa_;
  return divide(mantissa_, Integer::power_of_ten(static_cast<unsigned>(scale_))).quotient;
}

Decimal Decimal::negated() const {
  Decimal result = *this;
  result.mantissa_ = mantissa_.negated();
  return result;
}

Decimal Decimal::floor() const {
  const Integer whole = truncated();
  return Decimal(scale_ > 0 && sign() < 0 ? *subtract(whole, 1) : whole);
}

Decimal Decimal::ceiling() const {
  const Integer whole = truncated();
  return Decimal(scale_ > 0 && sign() > 0 ? *add(whole, 1) : whole);
}

Decimal Decimal::round() const {
  if (scale_ == 0) return *this;
  const Integer one = Integer::power_of_ten(static_cast<unsigned>(scale_));
  const Integer below = floor().mantissa_;
  const Integer rest = *subtract(mantissa_, *multiply(below, one));
  return Decimal(*subtract(one, rest) <= rest ? *add(below, 1) : below);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  const auto aligned = align(a, b);
  if (!aligned) return std::nullopt;
  const auto sum = add(aligned->a, aligned->b);
  if (!sum) return std::nullopt;
  return Decimal(*sum, aligned->scale);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
  return add(a, b.negated());
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const auto product = multiply(a.mantissa_, b.mantissa_);
  if (!product) return std::nullopt;
  return Decimal(*product, a.scale_ + b.scale_);
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
  if (b.sign() == 0) return std::nullopt;
  constexpr int wanted = 18;
  const int scale_of_integers = a.scale_ - b.scale_;
  const int raise = std::max({0, wanted - scale_of_integers,
                              wanted + digit_count(b.mantissa_) - digit_count(a.mantissa_)});
  const auto dividend = multiply(a.mantissa_, Integer::power_of_ten(static_cast<unsigned>(raise)));
  if (!dividend) return std::nullopt;
  const bool negative = b.sign() < 0;
  const Integer quotient = rounded_quotient(negative ? dividend->negated() : *dividend,
                                            negative ? b.mantissa_.negated() : b.mantissa_);
  return Decimal(quotient, scale_of_integers + raise);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.scale_ == b.scale_) return a.mantissa_ <=> b.mantissa_;
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  if (const auto aligned = align(a, b)) return aligned->a <=> aligned->b;
  // One mantissa is so long that it cannot be raised to the other's scale: compare whole parts.
  return a.truncated() <=> b.truncated();
}

} // namespace tela::rdf
