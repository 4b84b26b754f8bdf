#include "shapes/value_order.h"

#include "rdf/date_time.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <array>

namespace tela::shapes {

namespace {

constexpr std::array<std::string_view, 4> boolean_forms{"false", "0", "true", "1"};

std::optional<bool> boolean(const rdf::Term& term) {
  if (term.datatype != rdf::xsd::boolean) return std::nullopt;
  for (std::size_t i = 0; i < boolean_forms.size(); ++i)
    if (term.value == boolean_forms.at(i)) return i >= 2;
  return std::nullopt;
}

std::optional<rdf::DateTime> date_time(const rdf::Term& term) {
  const auto kind = rdf::date_time_kind(term.datatype);
  return kind ? rdf::parse_date_time(term.value, *kind) : std::nullopt;
}

} // namespace

std::partial_ordering compare_values(const rdf::Term& a, const rdf::Term& b) {
  if (a.kind != rdf::TermKind::literal || b.kind != rdf::TermKind::literal)
    return std::partial_ordering::unordered;
  if (const auto x = rdf::parse_numeric(a.value, a.datatype),
      y = rdf::parse_numeric(b.value, b.datatype);
      x && y)
    return rdf::compare(*x, *y);
  if (const auto x = date_time(a), y = date_time(b); x && y) return rdf::compare(*x, *y);
  if (const auto x = boolean(a), y = boolean(b); x && y) return *x <=> *y;
  if (a.datatype == rdf::xsd::string && b.datatype == rdf::xsd::string) return a.value <=> b.value;
  return std::partial_ordering::unordered;
}

bool is_well_formed(const rdf::Term& literal) {
  if (rdf::is_numeric_datatype(literal.datatype))
    return rdf::parse_numeric(literal.value, literal.datatype).has_value();
  if (literal.datatype == rdf::xsd::boolean) return boolean(literal).has_value();
  if (rdf::date_time_kind(literal.datatype)) return date_time(literal).has_value();
  return true;
}

} // namespace tela::shapes
