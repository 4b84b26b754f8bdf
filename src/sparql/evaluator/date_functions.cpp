#include "rdf/decimal.h"
#include "sparql/evaluator/functions.h"

namespace tela::sparql::evaluator {

using algebra::Function;
using rdf::DateTime;
using rdf::DateTimeKind;

namespace {

using Arguments = std::span<const Value>;

/// Which parts a kind has. SPARQL asks for xsd:dateTime only; XPath has the same functions for the
/// others, and analysts ask for the year of a date.
bool has_year(DateTimeKind kind) {
  return kind != DateTimeKind::time;
}
bool has_month(DateTimeKind kind) {
  return has_year(kind) && kind != DateTimeKind::g_year;
}
bool has_day(DateTimeKind kind) {
  return kind == DateTimeKind::date_time || kind == DateTimeKind::date;
}
bool has_clock(DateTimeKind kind) {
  return kind == DateTimeKind::date_time || kind == DateTimeKind::time;
}

template<bool (*has)(DateTimeKind), auto member>
Value part(Arguments a, Frame& frame) {
  const auto time = to_date_time(a[0], frame);
  if (!time || !has(time->kind)) return Failed{};
  return make_number((*time).*member);
}

Value seconds(Arguments a, Frame& frame) {
  const auto time = to_date_time(a[0], frame);
  if (!time || !has_clock(time->kind)) return Failed{};
  const rdf::Decimal whole{rdf::Integer(time->second)};
  const rdf::Decimal fraction{rdf::FixedPoint{time->attoseconds, 18}};
  return rdf::Numeric(*rdf::add(whole, fraction));
}

Value timezone(Arguments a, Frame& frame) {
  const auto time = to_date_time(a[0], frame);
  if (!time || !time->zone_minutes) return Failed{};
  return rdf::zone_duration(*time->zone_minutes);
}

Value tz(Arguments a, Frame& frame) {
  const auto time = to_date_time(a[0], frame);
  if (!time) return Failed{};
  std::string& text = frame.scratch.text();
  rdf::append_zone(text, time->zone_minutes);
  return make_string(text);
}

Value now(Arguments, Frame& frame) {
  return frame.context.now;
}

} // namespace

FunctionPointer find_date_function(Function function) {
  switch (function) {
  case Function::now:
    return now;
  case Function::year:
    return part<has_year, &DateTime::year>;
  case Function::month:
    return part<has_month, &DateTime::month>;
  case Function::day:
    return part<has_day, &DateTime::day>;
  case Function::hours:
    return part<has_clock, &DateTime::hour>;
  case Function::minutes:
    return part<has_clock, &DateTime::minute>;
  case Function::seconds:
    return seconds;
  case Function::timezone:
    return timezone;
  case Function::tz:
    return tz;
  default:
    return nullptr;
  }
}

} // namespace tela::sparql::evaluator
