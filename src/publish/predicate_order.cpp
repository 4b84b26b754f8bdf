#include "publish/predicate_order.h"

#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>

namespace tela::publish {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

constexpr std::array name_predicates{rdf::rdfs_label, skos::pref_label, dcterms::title,
                                     acronym,         skos::alt_label,  former_name};

constexpr std::array first_predicates{rdf::rdf_type,
                                      dcterms::identifier,
                                      status,
                                      theme,
                                      coverage,
                                      region,
                                      beneficiary,
                                      other_beneficiary,
                                      partner,
                                      fund,
                                      budget,
                                      start_year,
                                      end_year,
                                      allocation_year,
                                      schema::start_date,
                                      schema::end_date,
                                      schema::date_published,
                                      meeting_of,
                                      edition,
                                      host_state,
                                      chair_state,
                                      schema::location,
                                      participant,
                                      member_state,
                                      observer_state,
                                      observer_organisation,
                                      members_basis,
                                      founding_year,
                                      founding_place,
                                      schema::founding_location,
                                      secretariat,
                                      reports_on,
                                      schema::mentions,
                                      org::organization,
                                      org::member,
                                      org::role,
                                      basis,
                                      capital,
                                      schema::contained_in_place,
                                      dependency_of,
                                      foaf::homepage,
                                      foaf::page};

constexpr std::array last_predicates{skos::notation,      schema::currency, dcterms::source,
                                     skos::exact_match,   owl::same_as,     prov::was_generated_by,
                                     skos::editorial_note};

// Where `iri` stands in `list`, or its size.
template<class List>
std::uint32_t place(const List& list, std::string_view iri) {
  return static_cast<std::uint32_t>(std::ranges::find(list, iri) - list.begin());
}

std::uint32_t rank(std::string_view iri) {
  if (const auto at = place(name_predicates, iri); at < name_predicates.size()) return at;
  if (const auto at = place(first_predicates, iri); at < first_predicates.size()) return at;
  constexpr std::uint32_t middle = first_predicates.size();
  const auto at = place(last_predicates, iri);
  return at < last_predicates.size() ? middle + 1 + at : middle;
}

PredicateRole role(std::string_view iri) {
  PredicateRole result;
  result.rank = rank(iri);
  result.is_name = place(name_predicates, iri) < name_predicates.size();
  result.is_searched =
      result.is_name || iri == dcterms::identifier || iri == skos::notation || iri == prima_id;
  result.is_membership =
      iri == member_state || iri == observer_state || iri == observer_organisation;
  result.is_tie = iri == tied_to;
  return result;
}

} // namespace

PredicateOrder::PredicateOrder(const store::Store& store) {
  rdf::Term storage;
  for (const auto& known : store.predicates())
    roles_[known.predicate] = role(store.term(known.predicate, storage).value);
}

PredicateRole PredicateOrder::operator[](rdf::Id predicate) const {
  const auto found = roles_.find(predicate);
  return found == roles_.end() ? PredicateRole{} : found->second;
}

} // namespace tela::publish
