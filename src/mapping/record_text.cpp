#include "mapping/record_text.h"

#include "base/calendar.h"
#include "iris/iri_text.h"
#include "rdf/date_time.h"
#include "rdf/decimal.h"
#include "rdf/iri.h"
#include "rdf/namespaces.h"
#include "rdf/prefix_map.h"
#include "records/cut_title.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_heading(const records::Record& record, std::string_view topic, rdf::GraphWriter& out) {
  const std::string title = records::without_cut_character(record.title.value);
  if (!title.empty()) {
    out.text(topic, rdf::rdfs_label, title, record.language);
    out.text(topic, dcterms::title, title, record.language);
  }
  if (iris::is_web_address(record.address)) out.link(topic, foaf::page, record.address);
}

std::string_view basis_of(const records::Record& record) {
  switch (record.basis) {
  case records::Basis::seen:
    return seen_on_page;
  case records::Basis::inferred:
    return inferred;
  case records::Basis::general_knowledge:
    break;
  }
  return general_knowledge;
}

void map_mentions(const gazetteer::Links& links, std::string_view topic, const Names& names,
                  EvidenceMapper& evidence) {
  for (const auto* mentions : {&links.states, &links.territories})
    for (const auto& [state, why] : *mentions)
      evidence.link(topic, schema::mentions, names.state(state->iso2), why);
  for (const auto* mentions : {&links.processes, &links.organisations})
    for (const auto& [body, why] : *mentions)
      evidence.link(topic, schema::mentions, names.body(*body), why);
}

void map_year(std::string_view subject, std::string_view text, std::string_view property,
              rdf::GraphWriter& out) {
  if (text.empty()) return;
  if (const auto year = rdf::parse_date_time(text, rdf::DateTimeKind::g_year))
    out.integer(subject, property, year->year);
  else
    out.text(subject, property, text);
}

void map_day(std::string_view subject, std::string_view text, std::string_view property,
             rdf::GraphWriter& out) {
  if (text.empty()) return;
  const bool day = rdf::parse_date_time(text, rdf::DateTimeKind::date).has_value();
  out.typed(subject, property, text, day ? rdf::xsd::date : rdf::xsd::string);
}

void map_date(std::string_view subject, std::string_view text, std::string_view year_property,
              std::string_view date_property, rdf::GraphWriter& out) {
  if (const auto day = rdf::parse_date_time(text, rdf::DateTimeKind::date)) {
    out.integer(subject, year_property, day->year);
    out.typed(subject, date_property, text, rdf::xsd::date);
  } else if (const auto month = rdf::parse_date_time(text, rdf::DateTimeKind::g_year_month)) {
    out.integer(subject, year_property, month->year);
    out.typed(subject, date_property, text, rdf::xsd::g_year_month);
  } else {
    map_year(subject, text, year_property, out);
  }
}

void map_number(std::string_view subject, std::string_view property, std::string_view text,
                rdf::GraphWriter& out) {
  const bool number = rdf::Decimal::parse(text).has_value();
  out.typed(subject, property, text, number ? rdf::xsd::decimal : rdf::xsd::string);
}

void map_money(std::string_view node, const records::Money& money, rdf::GraphWriter& out) {
  map_number(node, schema::value, money.amount, out);
  if (!money.currency.empty()) out.text(node, schema::currency, money.currency);
}

namespace {

void map_property(const records::PropertyValue& property, std::string_view topic,
                  rdf::GraphWriter& out) {
  const auto& [iri, kind, language, value] = property;
  switch (kind) {
  case records::ValueKind::number:
    return map_number(topic, iri, value.value, out);
  case records::ValueKind::date:
    return base::parse_iso_day(value.value) ? map_day(topic, value.value, iri, out)
                                            : map_year(topic, value.value, iri, out);
  case records::ValueKind::iri:
    if (rdf::is_absolute_iri(value.value)) return out.link(topic, iri, value.value);
    break;
  case records::ValueKind::text:
    break;
  }
  out.text(topic, iri, value.value, language);
}

} // namespace

void map_properties(const records::Record& record, std::string_view topic, rdf::GraphWriter& out) {
  for (const records::PropertyValue& property : record.properties)
    if (rdf::is_absolute_iri(property.property)) map_property(property, topic, out);
}

std::optional<std::string> property_iri(std::string_view name) {
  if (auto iri = rdf::PrefixMap::standard().expand(name)) return iri;
  const bool is_iri = name.find("://") != std::string_view::npos || name.starts_with("urn:");
  if (!is_iri || !rdf::is_absolute_iri(name)) return std::nullopt;
  return std::string(name);
}

} // namespace tela::mapping
