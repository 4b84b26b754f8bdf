#include "xsd/literal.h"

#include "rdf/namespaces.h"

namespace tela::xsd {

std::string_view collapsed(std::string_view lexical) {
  constexpr std::string_view space = " \t\n\r";
  const auto first = lexical.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return lexical.substr(first, lexical.find_last_not_of(space) - first + 1);
}

std::optional<rdf::Numeric> number_of(const rdf::TermView& literal) {
  return rdf::parse_numeric(collapsed(literal.value), literal.datatype);
}

std::optional<bool> parse_boolean(std::string_view lexical) {
  if (lexical == "true" || lexical == "1") return true;
  if (lexical == "false" || lexical == "0") return false;
  return std::nullopt;
}

std::optional<bool> boolean_of(const rdf::TermView& literal) {
  if (literal.datatype != rdf::xsd::boolean) return std::nullopt;
  return parse_boolean(collapsed(literal.value));
}

std::optional<rdf::DateTime> date_time_of(const rdf::TermView& literal) {
  const auto kind = rdf::date_time_kind(literal.datatype);
  return kind ? rdf::parse_date_time(collapsed(literal.value), *kind) : std::nullopt;
}

std::optional<rdf::Duration> duration_of(const rdf::TermView& literal) {
  const auto kind = rdf::duration_kind(literal.datatype);
  return kind ? rdf::parse_duration(collapsed(literal.value), *kind) : std::nullopt;
}

bool is_well_formed(const rdf::TermView& literal) {
  const std::string_view type = literal.datatype;
  const bool is_known = rdf::is_numeric_datatype(type) || type == rdf::xsd::boolean ||
                        rdf::date_time_kind(type).has_value();
  if (!is_known) return true;
  // White space around it is no part of any of their lexical forms.
  return literal.value == collapsed(literal.value) &&
         (number_of(literal) || boolean_of(literal) || date_time_of(literal));
}

} // namespace tela::xsd
