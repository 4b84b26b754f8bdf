#include "sparql/evaluator/numeric_sum.h"

#include "rdf/inline_value.h"

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;

namespace {

__extension__ using Wide = __int128;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

constexpr int max_scale = 9; ///< 2^59 · 10^9 is below 2^90: room for 2^37 such values

/// A number of 128 bits as an exact decimal with `scale` digits behind the point.
rdf::Numeric to_numeric(Wide mantissa, int scale, bool decimal) {
  constexpr std::int64_t chunk = 1'000'000'000'000'000'000; // 10^18
  const auto low = static_cast<std::int64_t>(mantissa % chunk);
  const Wide rest = mantissa / chunk;
  const auto middle = static_cast<std::int64_t>(rest % chunk);
  const auto high = static_cast<std::int64_t>(rest / chunk);
  if (!decimal) {
    const rdf::Integer unit(chunk);
    rdf::Integer value = *rdf::add(*rdf::multiply(rdf::Integer(high), unit), rdf::Integer(middle));
    return *rdf::add(*rdf::multiply(value, unit), rdf::Integer(low));
  }
  const rdf::Decimal unit{rdf::Integer(chunk)};
  const auto part = [&](std::int64_t digits) {
    return rdf::Decimal(rdf::FixedPoint{digits, scale});
  };
  const rdf::Decimal upper = *rdf::add(*rdf::multiply(part(high), unit), part(middle));
  return *rdf::add(*rdf::multiply(upper, unit), part(low));
}

} // namespace

bool NumericSum::add(Id id) {
  if (id.tag() == IdTag::integer) return add_fixed(rdf::integer_value(id), 0);
  if (id.tag() != IdTag::decimal) return false;
  const rdf::FixedPoint value = rdf::decimal_value(id);
  if (value.scale > max_scale) return false;
  decimal_ = true;
  return add_fixed(value.mantissa, value.scale);
}

bool NumericSum::add_fixed(std::int64_t mantissa, int scale) {
  constexpr Wide limit = Wide{1} << 120U;
  if (scale > scale_) {
    if (mantissa_ > limit / power_of_ten(max_scale) || -mantissa_ > limit / power_of_ten(max_scale))
      flush();
    mantissa_ *= power_of_ten(scale - scale_);
    scale_ = scale;
  }
  mantissa_ += scale == scale_ ? Wide{mantissa} : Wide{mantissa} * power_of_ten(scale_ - scale);
  if (mantissa_ > limit || -mantissa_ > limit) flush();
  return true;
}

void NumericSum::flush() {
  const auto sum = rdf::add(rest_, to_numeric(mantissa_, scale_, decimal_));
  mantissa_ = 0;
  overflow_ = overflow_ || !sum;
  if (sum) rest_ = *sum;
}

bool NumericSum::add(const rdf::Numeric& number) {
  const auto sum = rdf::add(rest_, number);
  overflow_ = overflow_ || !sum;
  if (sum) rest_ = *sum;
  return !overflow_;
}

std::optional<rdf::Numeric> NumericSum::value() const {
  if (overflow_) return std::nullopt;
  return rdf::add(rest_, to_numeric(mantissa_, scale_, decimal_));
}

} // namespace tela::sparql::evaluator
