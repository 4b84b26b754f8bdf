#include "mapping/body_mapper.h"

#include "iris/iri_text.h"
#include "mapping/membership_mapper.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

std::string_view class_of(gazetteer::BodyKind kind) {
  switch (kind) {
  case gazetteer::BodyKind::consultative_process:
    return classes::regional_consultative_process;
  case gazetteer::BodyKind::interregional_forum:
    return classes::inter_regional_forum;
  case gazetteer::BodyKind::global_process:
    return classes::global_process;
  case gazetteer::BodyKind::international_organisation:
    return classes::international_organisation;
  case gazetteer::BodyKind::organisation:
    break;
  }
  return classes::regional_organisation;
}

// Empty where there is nothing to be sure of.
std::string_view concept_of(gazetteer::Basis basis) {
  switch (basis) {
  case gazetteer::Basis::sourced:
    return seen_on_page;
  case gazetteer::Basis::incomplete:
    return incomplete_on_page;
  case gazetteer::Basis::partly_sourced:
    return partly_seen_on_page;
  case gazetteer::Basis::general_knowledge:
    return general_knowledge;
  case gazetteer::Basis::none:
    break;
  }
  return {};
}

struct RoleTerms {
  std::string_view role_concept;
  std::string_view direct; ///< from the body to the state; empty where there is none
};

RoleTerms terms_of(gazetteer::MemberRole role) {
  switch (role) {
  case gazetteer::MemberRole::member:
    return {member_role, member_state};
  case gazetteer::MemberRole::observer:
    return {observer_role, observer_state};
  case gazetteer::MemberRole::friend_of:
    break;
  }
  return {friend_role, {}};
}

// "Andean Community (CAN)" → "CAN"; "" without brackets at the end.
std::string_view acronym_in_brackets(std::string_view name) {
  const auto open = name.rfind('(');
  if (open == std::string_view::npos || !name.ends_with(')')) return {};
  return name.substr(open + 1, name.size() - open - 2);
}

} // namespace

BodyMapper::BodyMapper(const gazetteer::Gazetteer& gazetteer, const Names& names,
                       GazetteerGraphs& out)
    : gazetteer_(gazetteer), names_(names), out_(out) {
  for (const auto& body : gazetteer.bodies())
    for (const auto& name : body.names) by_name_.emplace(name.text, &body);
}

void BodyMapper::map(const gazetteer::Body& body) {
  const std::string iri = names_.body(body);
  rdf::GraphWriter& graph = out_.of(std::ranges::any_of(body.sources, iris::is_web_address));
  graph.type(iri, body.process() ? classes::process : classes::organisation);
  graph.type(iri, class_of(body.kind));
  graph.text(iri, dcterms::identifier, body.id);
  map_names(body.names, iri, out_);
  map_origin(body, iri);
  map_succession(body, iri);
  map_sources(body, iri);
  for (const auto& membership : body.memberships) map_state(body, iri, membership);
  for (const auto& name : body.observer_organisations) map_observer(body, iri, name);
}

void BodyMapper::map_origin(const gazetteer::Body& body, std::string_view iri) {
  if (const auto& fact = body.established)
    out_.of(fact->sourced).integer(iri, founding_year, fact->value);
  if (const auto& fact = body.established_in)
    out_.of(fact->sourced).text(iri, founding_place, fact->value);
  if (const auto& fact = body.established_country)
    out_.of(fact->sourced).link(iri, schema::founding_location, names_.state(fact->value));
  if (const auto& fact = body.secretariat)
    out_.of(fact->sourced).text(iri, secretariat, fact->value, "en");
  if (const auto& fact = body.website; fact && iris::is_web_address(fact->value))
    out_.of(fact->sourced).link(iri, foaf::homepage, fact->value);
  if (const auto& fact = body.iati)
    out_.of(fact->sourced).link(iri, owl::same_as, names_.registered_organisation(fact->value));
}

void BodyMapper::map_succession(const gazetteer::Body& body, std::string_view iri) {
  if (const auto* parent = gazetteer_.body(body.parent))
    out_.sourced.link(iri, org::sub_organization_of, names_.body(*parent));
  if (const auto& fact = body.preceded_by) {
    if (const auto* earlier = gazetteer_.body(fact->value))
      out_.of(fact->sourced).link(iri, dcterms::replaces, names_.body(*earlier));
    else
      out_.of(fact->sourced).text(iri, predecessor_text, fact->value, "en");
  }
  if (const auto& fact = body.succeeded_by)
    if (const auto* later = gazetteer_.body(fact->value))
      out_.of(fact->sourced).link(iri, dcterms::is_replaced_by, names_.body(*later));
}

void BodyMapper::map_sources(const gazetteer::Body& body, std::string_view iri) {
  for (const auto& source : body.sources)
    if (iris::is_web_address(source)) out_.sourced.link(iri, dcterms::source, source);
  for (const auto& note : body.as_of) out_.sourced.text(iri, skos::editorial_note, note, "en");
  if (const auto how = concept_of(body.members_basis); !how.empty())
    out_.sourced.link(iri, members_basis, how);
}

void BodyMapper::map_state(const gazetteer::Body& body, std::string_view iri,
                           const gazetteer::Membership& membership) {
  const auto [role_concept, direct] = terms_of(membership.role);
  const std::string state = names_.state(membership.state);
  const bool sourced = membership.basis != gazetteer::Basis::general_knowledge;
  rdf::GraphWriter& graph = out_.of(sourced);
  if (!direct.empty()) graph.link(iri, direct, state);
  const std::string node =
      names_.membership(body.id, membership.state, gazetteer::to_string(membership.role));
  map_membership({node, std::string(iri), state, role_concept, concept_of(membership.basis)},
                 graph);
  if (!sourced) return;
  for (const auto& source : body.sources)
    if (iris::is_web_address(source)) graph.link(node, dcterms::source, source);
}

void BodyMapper::map_observer(const gazetteer::Body& body, std::string_view iri,
                              const std::string& name) {
  const auto* known = listed(name);
  const std::string observer = known ? names_.body(*known) : names_.organisation(name);
  rdf::GraphWriter& graph = out_.sourced;
  graph.link(iri, observer_organisation, observer);
  map_membership({names_.membership(body.id, iris::last_part(observer), "observer"),
                  std::string(iri), observer, observer_role, seen_on_page},
                 graph);
  if (known) return;
  graph.type(observer, classes::organisation);
  graph.text(observer, rdf::rdfs_label, name, "en");
}

const gazetteer::Body* BodyMapper::listed(std::string_view name) const {
  for (const auto text : {name, acronym_in_brackets(name)})
    if (const auto found = by_name_.find(text); found != by_name_.end()) return found->second;
  return nullptr;
}

} // namespace tela::mapping
