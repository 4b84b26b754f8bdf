#include "relations/read_predicates.h"

#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <string_view>

namespace tela::relations {

namespace {

namespace v = vocabulary;

constexpr std::string_view read_always[] = {
    // what ties
    v::beneficiary, v::other_beneficiary, v::partner, v::member_state, v::observer_state,
    v::observer_organisation, v::meeting_of, v::participant, v::schema::mentions,
    // since when, how strongly, on what grounds
    v::start_year, v::end_year, v::allocation_year, v::schema::start_date, v::schema::end_date,
    v::schema::date_published, v::budget, v::schema::value, v::schema::currency, v::basis,
    v::reification::subject, v::reification::object, v::foaf::page, v::oa::has_target,
    v::oa::has_selector, v::oa::exact,
    // who is tied
    rdf::rdf_type, rdf::rdfs_label, "http://www.w3.org/2000/01/rdf-schema#subClassOf",
    v::skos::pref_label, v::skos::alt_label, v::skos::notation, v::acronym, v::former_name,
    v::dcterms::identifier, v::dcterms::title, v::region, v::schema::contained_in_place, v::status,
    v::coverage, v::theme, v::owl::same_as, v::wgs84::latitude, v::wgs84::longitude};

} // namespace

std::vector<std::string> predicates_read(std::span<const std::string> by) {
  std::vector<std::string> predicates(std::begin(read_always), std::end(read_always));
  for (std::string_view relation : by) {
    if (relation.starts_with('^')) relation.remove_prefix(1);
    if (relation.starts_with('<') && relation.ends_with('>'))
      predicates.emplace_back(relation.substr(1, relation.size() - 2));
  }
  return predicates;
}

} // namespace tela::relations
