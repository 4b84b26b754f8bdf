#include "sparql/evaluator/compare.h"

#include "base/require.h"
#include "rdf/inline_value.h"
#include "rdf/namespaces.h"
#include "xsd/comparable.h"

#include <algorithm>
#include <bit>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::IdTag;
using rdf::TermKind;
using rdf::TermView;

// --- ids ------------------------------------------------------------------------------------

namespace {

bool is_number(IdTag tag) {
  return tag == IdTag::integer || tag == IdTag::decimal || tag == IdTag::double_;
}

bool is_date(IdTag tag) {
  return tag == IdTag::date || tag == IdTag::date_time;
}

bool is_node(IdTag tag) {
  return tag == IdTag::iri || tag == IdTag::blank;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

std::partial_ordering compare_decimals(Id a, Id b) {
  const rdf::FixedPoint x = rdf::decimal_value(a);
  const rdf::FixedPoint y = rdf::decimal_value(b);
  if (x.scale == y.scale) return x.mantissa <=> y.mantissa;
  // 2^54 · 10^18 fits 128 bits.
  __extension__ using Wide = __int128;
  const int common = std::max(x.scale, y.scale);
  const Wide left = Wide{x.mantissa} * power_of_ten(common - x.scale);
  const Wide right = Wide{y.mantissa} * power_of_ten(common - y.scale);
  if (left == right) return std::partial_ordering::equivalent;
  return left < right ? std::partial_ordering::less : std::partial_ordering::greater;
}

std::partial_ordering compare_numbers(Id a, Id b) {
  if (a.tag() == IdTag::integer && b.tag() == IdTag::integer)
    return rdf::integer_value(a) <=> rdf::integer_value(b);
  if (a.tag() == IdTag::double_ && b.tag() == IdTag::double_)
    return rdf::double_value(a) <=> rdf::double_value(b);
  if (a.tag() == IdTag::decimal && b.tag() == IdTag::decimal) return compare_decimals(a, b);
  return rdf::compare(*rdf::numeric_value(a), *rdf::numeric_value(b));
}

/// Nothing when the values have no order: then comparing is an error.
std::optional<std::partial_ordering> some_order(std::partial_ordering order) {
  if (order == std::partial_ordering::unordered) return std::nullopt;
  return order;
}

} // namespace

std::optional<std::partial_ordering> compare_ids(Id a, Id b) {
  const IdTag x = a.tag();
  const IdTag y = b.tag();
  if (is_number(x) && is_number(y)) return compare_numbers(a, b);
  if (x != y) return std::nullopt;
  if (is_date(x)) return some_order(rdf::compare_times(a, b));
  if (x == IdTag::boolean) return a <=> b;
  return std::nullopt;
}

std::optional<bool> equal_ids(Id a, Id b) {
  const IdTag x = a.tag();
  const IdTag y = b.tag();
  if (x == IdTag::computed || y == IdTag::computed) return std::nullopt;
  if (is_node(x) || is_node(y)) return a == b;
  if (x == IdTag::literal || y == IdTag::literal) return std::nullopt;
  if (const auto order = compare_ids(a, b)) return *order == 0;
  if (x == y && is_date(x)) return std::nullopt; // too near each other, one zone missing
  return false;                                  // values of two spaces
}

// --- values ---------------------------------------------------------------------------------

namespace {

using xsd::Comparable;
using Space = Comparable::Space;

/// Values that have been computed, and those within ids, need no text.
Comparable comparable(const Value& value, Frame& frame) {
  if (const auto* number = std::get_if<rdf::Numeric>(&value)) return Comparable(*number);
  if (const auto* time = std::get_if<rdf::DateTime>(&value)) return Comparable(*time);
  if (const auto* length = std::get_if<rdf::Duration>(&value)) return Comparable(*length);
  if (const auto* boolean = std::get_if<bool>(&value)) return Comparable(*boolean);
  const Id* id = std::get_if<Id>(&value);
  if (id != nullptr && is_number(id->tag())) return Comparable(*rdf::numeric_value(*id));
  if (id != nullptr && is_date(id->tag())) return Comparable(rdf::date_time_value(*id));
  return Comparable(to_term(value, frame));
}

/// Whether it is a text of the dataset, an xsd:string or one with a language, which is equal to
/// itself only: told without decoding it.
bool is_text(Id id, Frame& frame) {
  if (id.tag() != IdTag::literal) return false;
  const rdf::LiteralKind kind = frame.scratch.literal_kind(id);
  return !kind.language.empty() || kind.datatype == rdf::xsd::string;
}

const Id* id_of(const Value& value) {
  return std::get_if<Id>(&value);
}

} // namespace

std::optional<bool> equal(const Value& a, const Value& b, Frame& frame) {
  if (failed(a) || failed(b)) return std::nullopt;
  if (const Id* x = id_of(a), *y = id_of(b); x != nullptr && y != nullptr) {
    if (const auto known = equal_ids(*x, *y)) return known;
    if (is_text(*x, frame) && is_text(*y, frame)) return *x == *y;
  }
  return xsd::equal(comparable(a, frame), comparable(b, frame));
}

namespace {

Id key_of(std::int64_t number) {
  constexpr unsigned spare_bits = 5; // an inline integer has 59
  return *rdf::inline_integer(number >> spare_bits);
}

/// Numbers of two types are compared as the later one of Numeric: what is equal as any type is
/// equal as a float.
Id number_key(const rdf::Numeric& number) {
  const float value = rdf::to_float(number);
  return *rdf::inline_integer(std::bit_cast<std::int32_t>(value == 0 ? 0.0F : value));
}

} // namespace

Id equality_key(const Value& value, Frame& frame) {
  if (failed(value)) return {};
  if (const Id* id = id_of(value))
    if (is_node(id->tag()) || is_text(*id, frame)) return *id;
  const Comparable known = comparable(value, frame);
  switch (known.space) {
  case Space::number:
    return number_key(known.number);
  case Space::boolean:
    return to_id(known.boolean, frame);
  case Space::time:
    return key_of(rdf::instant(known.time).seconds);
  case Space::length:
    return key_of(known.length.months * 2'629'746 + known.length.seconds); // of a mean month
  default:
    return to_id(value, frame);
  }
}

EqualityDoubt equality_doubt(const Value& value, Frame& frame) {
  base::require(!failed(value), "not failed");
  switch (comparable(value, frame).space) {
  case Space::node:
  case Space::language_string:
    return EqualityDoubt::never;
  case Space::time:
    return EqualityDoubt::times;
  case Space::unknown:
    return EqualityDoubt::always;
  default:
    return EqualityDoubt::unknown;
  }
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b, Frame& frame) {
  if (failed(a) || failed(b)) return std::nullopt;
  if (const Id* x = id_of(a), *y = id_of(b); x != nullptr && y != nullptr)
    if (const auto known = compare_ids(*x, *y)) return known;
  return xsd::compare(comparable(a, frame), comparable(b, frame));
}

bool holds(algebra::Function comparison, std::partial_ordering order) {
  using algebra::Function;
  switch (comparison) {
  case Function::less:
    return order < 0;
  case Function::greater:
    return order > 0;
  case Function::less_equal:
    return order <= 0;
  case Function::greater_equal:
    return order >= 0;
  case Function::not_equal:
    return order != 0;
  default:
    return order == 0;
  }
}

bool same_term(const Value& a, const Value& b, Frame& frame) {
  if (const Id* x = id_of(a), *y = id_of(b); x != nullptr && y != nullptr) return *x == *y;
  return to_term(a, frame) == to_term(b, frame);
}

} // namespace tela::sparql::evaluator
