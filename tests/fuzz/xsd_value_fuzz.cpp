#include "rdf/duration.h"
#include "rdf/id.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace tela::rdf;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_numeric(std::string_view lexical, std::string_view datatype) {
  const auto number = parse_numeric(lexical, datatype);
  if (!number) return;
  const auto again = parse_numeric(to_string(*number), datatype_of(*number));
  require(again.has_value() && to_string(*again) == to_string(*number));
  if (const auto product = multiply(*number, *number)) (void)to_string(*product);
  if (const auto quotient = divide(*number, Numeric(Integer(7)))) (void)to_string(*quotient);
  (void)to_string(round(*number));
}

void check_time(std::string_view lexical, DateTimeKind kind) {
  const auto value = parse_date_time(lexical, kind);
  if (!value) return;
  require(parse_date_time(to_string(*value), kind) == value);
  require(is_eq(compare(*value, *value)));
  if (const auto later = add(*value, zone_duration(90))) (void)to_string(*later);
}

void check_duration(std::string_view lexical, DurationKind kind) {
  const auto value = parse_duration(lexical, kind);
  if (!value) return;
  require(parse_duration(to_string(*value), kind) == value);
  require(negate(negate(*value)) == *value);
}

} // namespace

/// Any bytes as the lexical form of every datatype: no value, or one that its own text gives back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array datatypes{xsd::boolean, xsd::integer, xsd::decimal,  xsd::double_,
                                 xsd::float_,  xsd::date,    xsd::date_time};
  const std::string_view lexical(reinterpret_cast<const char*>(data), size);
  for (const auto datatype : datatypes) {
    const TermView term{TermKind::literal, lexical, datatype, {}};
    if (const auto id = inline_id(term)) require(TermView(inline_term(*id)) == term);
    check_numeric(lexical, datatype);
  }
  for (const auto kind : {DateTimeKind::date_time, DateTimeKind::date, DateTimeKind::time,
                          DateTimeKind::g_year_month, DateTimeKind::g_year})
    check_time(lexical, kind);
  for (const auto kind : {DurationKind::duration, DurationKind::day_time, DurationKind::year_month})
    check_duration(lexical, kind);
  return 0;
}
