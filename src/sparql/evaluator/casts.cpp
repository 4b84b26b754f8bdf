#include "rdf/namespaces.h"
#include "sparql/evaluator/functions.h"
#include "xsd/literal.h"

#include <algorithm>

/// The constructor functions of section 17.5, as XPath 3.1 casts.
namespace tela::sparql::evaluator {

using algebra::Function;
using rdf::DateTime;
using rdf::DateTimeKind;
using rdf::Numeric;
using rdf::TermKind;
using rdf::TermView;

namespace {

using Arguments = std::span<const Value>;

Value to_string_value(Arguments a, Frame& frame) {
  const TermView term = to_term(a[0], frame);
  if (term.kind == TermKind::blank) return Failed{};
  if (const auto number = to_number(a[0], frame)) {
    std::string& text = frame.scratch.text();
    text = rdf::cast_to_string(*number);
    return make_string(text);
  }
  if (const auto boolean = to_boolean(a[0], frame)) return make_string(*boolean ? "true" : "false");
  return make_string(term.value);
}

Value to_boolean_value(Arguments a, Frame& frame) {
  if (const auto boolean = to_boolean(a[0], frame)) return *boolean;
  if (const auto number = to_number(a[0], frame)) return rdf::is_true(*number);
  const auto text = to_plain_string(a[0], frame);
  if (!text) return Failed{};
  return make_value(xsd::parse_boolean(xsd::collapsed(*text)));
}

/// The number in a number, a boolean or a string that is a lexical form of `datatype`.
std::optional<Numeric> source_number(const Value& value, std::string_view datatype, Frame& frame) {
  if (auto number = to_number(value, frame)) return number;
  if (const auto boolean = to_boolean(value, frame)) return rdf::Integer(*boolean ? 1 : 0);
  const auto text = to_plain_string(value, frame);
  if (!text) return std::nullopt;
  return rdf::parse_numeric(xsd::collapsed(*text), datatype);
}

Value to_integer_value(Arguments a, Frame& frame) {
  const auto number = source_number(a[0], rdf::xsd::integer, frame);
  if (!number) return Failed{};
  const auto integer = rdf::to_integer(*number);
  return integer ? Value(Numeric(*integer)) : Value(Failed{});
}

Value to_decimal_value(Arguments a, Frame& frame) {
  const auto number = source_number(a[0], rdf::xsd::decimal, frame);
  if (!number) return Failed{};
  const auto decimal = rdf::to_decimal(*number);
  return decimal ? Value(Numeric(*decimal)) : Value(Failed{});
}

Value to_float_value(Arguments a, Frame& frame) {
  const auto number = source_number(a[0], rdf::xsd::float_, frame);
  return number ? Value(Numeric(rdf::to_float(*number))) : Value(Failed{});
}

Value to_double_value(Arguments a, Frame& frame) {
  const auto number = source_number(a[0], rdf::xsd::double_, frame);
  return number ? Value(Numeric(rdf::to_double(*number))) : Value(Failed{});
}

/// Whether XPath can make a `target` of a `source`: only what the source has.
bool has_parts_of(DateTimeKind source, DateTimeKind target) {
  if (source == target || source == DateTimeKind::date_time) return true;
  return source == DateTimeKind::date && target == DateTimeKind::date_time;
}

template<DateTimeKind kind>
Value to_time_value(Arguments a, Frame& frame) {
  if (auto time = to_date_time(a[0], frame)) {
    if (!has_parts_of(time->kind, kind)) return Failed{};
    if (kind == DateTimeKind::date) time->hour = time->minute = time->second = 0;
    if (kind == DateTimeKind::date) time->attoseconds = 0;
    if (kind == DateTimeKind::time) time->year = DateTime{}.year;
    if (kind == DateTimeKind::time) time->month = 12;
    if (kind == DateTimeKind::time) time->day = 31;
    time->kind = kind;
    return *time;
  }
  const auto text = to_plain_string(a[0], frame);
  if (!text) return Failed{};
  return make_value(rdf::parse_date_time(xsd::collapsed(*text), kind));
}

} // namespace

FunctionPointer find_cast(Function function) {
  switch (function) {
  case Function::cast_string:
    return to_string_value;
  case Function::cast_boolean:
    return to_boolean_value;
  case Function::cast_integer:
    return to_integer_value;
  case Function::cast_decimal:
    return to_decimal_value;
  case Function::cast_float:
    return to_float_value;
  case Function::cast_double:
    return to_double_value;
  case Function::cast_date_time:
    return to_time_value<DateTimeKind::date_time>;
  case Function::cast_date:
    return to_time_value<DateTimeKind::date>;
  case Function::cast_time:
    return to_time_value<DateTimeKind::time>;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
