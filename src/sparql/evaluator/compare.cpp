#include "sparql/evaluator/compare.h"

#include "rdf/inline_value.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"

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

/// What "=" knows of a term.
enum class Space : std::uint8_t {
  node,
  string,
  language_string,
  boolean,
  number,
  time,
  length,
  unknown
};

struct Known {
  Space space = Space::unknown;
  TermView term;
  bool boolean = false;
  rdf::Numeric number;
  rdf::DateTime time;
  rdf::Duration length;
};

void classify_literal(Known& known, const Value& value, Frame& frame) {
  const TermView& term = known.term;
  if (!term.language.empty()) {
    known.space = Space::language_string;
  } else if (term.datatype == rdf::xsd::string) {
    known.space = Space::string;
  } else if (const auto number = to_number(value, frame)) {
    known.space = Space::number;
    known.number = *number;
  } else if (const auto boolean = to_boolean(value, frame)) {
    known.space = Space::boolean;
    known.boolean = *boolean;
  } else if (const auto time = to_date_time(value, frame)) {
    known.space = Space::time;
    known.time = *time;
  } else if (const auto length = to_duration(value, frame)) {
    known.space = Space::length;
    known.length = *length;
  }
}

Known classify(const Value& value, Frame& frame) {
  Known known;
  if (const auto* number = std::get_if<rdf::Numeric>(&value)) {
    known.space = Space::number;
    known.number = *number;
    return known;
  }
  known.term = to_term(value, frame);
  if (known.term.kind == TermKind::literal)
    classify_literal(known, value, frame);
  else
    known.space = Space::node;
  return known;
}

std::optional<bool> equal_times(const rdf::DateTime& a, const rdf::DateTime& b) {
  if (a.kind != b.kind) return false;
  const auto order = some_order(rdf::compare(a, b));
  return order ? std::optional(*order == 0) : std::nullopt;
}

std::optional<bool> equal_known(const Known& a, const Known& b) {
  switch (a.space) {
  case Space::node:
  case Space::string:
    return a.term.value == b.term.value && a.term.kind == b.term.kind;
  case Space::language_string:
    return a.term.value == b.term.value && rdf::same_language(a.term.language, b.term.language);
  case Space::boolean:
    return a.boolean == b.boolean;
  case Space::number:
    return rdf::compare(a.number, b.number) == 0;
  case Space::time:
    return equal_times(a.time, b.time);
  case Space::length:
    return rdf::compare(a.length, b.length) == 0;
  case Space::unknown:
    break;
  }
  return std::nullopt;
}

std::optional<std::partial_ordering> compare_known(const Known& a, const Known& b) {
  switch (a.space) {
  case Space::string:
    return a.term.value <=> b.term.value;
  case Space::boolean:
    return a.boolean <=> b.boolean;
  case Space::number:
    return rdf::compare(a.number, b.number);
  case Space::time:
    return some_order(rdf::compare(a.time, b.time));
  case Space::length:
    return some_order(rdf::compare(a.length, b.length));
  default:
    return std::nullopt;
  }
}

/// Whether it is a text of the dataset, an xsd:string or one with a language, which is equal to
/// itself only: told without decoding it.
bool is_text(Id id, Frame& frame) {
  if (id.tag() != IdTag::literal) return false;
  const LiteralKind kind = frame.scratch.literal_kind(id);
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
  const Known x = classify(a, frame);
  const Known y = classify(b, frame);
  if (x.space == Space::node || y.space == Space::node)
    return x.space == y.space && *equal_known(x, y);
  // No other datatype has values with a language, so not even an unknown one.
  const bool has_language = x.space == Space::language_string || y.space == Space::language_string;
  if (!has_language && (x.space == Space::unknown || y.space == Space::unknown)) {
    if (same_term(a, b, frame)) return true;
    return std::nullopt;
  }
  if (x.space != y.space) return false;
  return equal_known(x, y);
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
  const Known known = classify(value, frame);
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
  switch (classify(value, frame).space) {
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
  const Known x = classify(a, frame);
  const Known y = classify(b, frame);
  if (x.space != y.space) return std::nullopt;
  return compare_known(x, y);
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
