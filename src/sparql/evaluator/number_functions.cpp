#include "sparql/evaluator/functions.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using algebra::Function;
using rdf::Numeric;

namespace {

using Arguments = std::span<const Value>;
using Binary = std::optional<Numeric> (*)(const Numeric&, const Numeric&);
using Unary = Numeric (*)(const Numeric&);

template<Binary operation>
Value binary(Arguments a, Frame& frame) {
  const auto left = to_number(a[0], frame);
  const auto right = to_number(a[1], frame);
  if (!left || !right) return Failed{};
  return make_value(operation(*left, *right));
}

template<Unary operation>
Value unary(Arguments a, Frame& frame) {
  const auto number = to_number(a[0], frame);
  if (!number) return Failed{};
  return operation(*number);
}

/// Numbers, and what XPath adds to SPARQL's table: a time and a duration, two durations.
Value add(Arguments a, Frame& frame) {
  Value sum = binary<rdf::add>(a, frame);
  if (!failed(sum)) return sum;
  const auto duration = to_duration(a[1], frame);
  if (!duration) return Failed{};
  if (const auto time = to_date_time(a[0], frame)) return make_value(rdf::add(*time, *duration));
  if (const auto other = to_duration(a[0], frame)) return make_value(rdf::add(*other, *duration));
  return Failed{};
}

Value subtract(Arguments a, Frame& frame) {
  Value difference = binary<rdf::subtract>(a, frame);
  if (!failed(difference)) return difference;
  const auto time = to_date_time(a[0], frame);
  if (const auto duration = to_duration(a[1], frame)) {
    if (time) return make_value(rdf::add(*time, rdf::negate(*duration)));
    if (const auto other = to_duration(a[0], frame))
      return make_value(rdf::add(*other, rdf::negate(*duration)));
    return Failed{};
  }
  const auto other = to_date_time(a[1], frame);
  if (!time || !other) return Failed{};
  return make_value(rdf::subtract(*time, *other));
}

Value plus(Arguments a, Frame& frame) {
  return make_value(to_number(a[0], frame));
}

Value minus(Arguments a, Frame& frame) {
  if (const auto number = to_number(a[0], frame)) return rdf::negate(*number);
  if (const auto duration = to_duration(a[0], frame)) return rdf::negate(*duration);
  return Failed{};
}

/// At least 0, below 1.
Value rand(Arguments, Frame& frame) {
  constexpr double scale = 1.0 / 9007199254740992.0; // 2^-53
  return Numeric(static_cast<double>(frame.context.random() >> 11U) * scale);
}

} // namespace

FunctionPointer find_number_function(Function function) {
  switch (function) {
  case Function::add:
    return add;
  case Function::subtract:
    return subtract;
  case Function::multiply:
    return binary<rdf::multiply>;
  case Function::divide:
    return binary<rdf::divide>;
  case Function::plus:
    return plus;
  case Function::minus:
    return minus;
  case Function::abs:
    return unary<rdf::abs>;
  case Function::round:
    return unary<rdf::round>;
  case Function::ceil:
    return unary<rdf::ceiling>;
  case Function::floor:
    return unary<rdf::floor>;
  case Function::rand:
    return rand;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
