#include "mapping/membership_list_mapper.h"

#include "base/require.h"
#include "iris/iri_text.h"
#include "mapping/membership_mapper.h"
#include "mapping/record_text.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms
using records::MembershipTerm;
using records::TermRole;

std::string_view concept_of(TermRole role) {
  switch (role) {
  case TermRole::member:
    return member_role;
  case TermRole::associate:
    return associate_role;
  case TermRole::observer:
    return observer_role;
  case TermRole::former:
    return former_role;
  case TermRole::chair:
    break;
  }
  return chair_role;
}

// From the body to the state; empty where there is none.
std::string_view direct_property(const MembershipTerm& term) {
  if (!term.to.empty()) return {};
  if (term.role == TermRole::member) return member_state;
  return term.role == TermRole::observer ? observer_state : std::string_view();
}

// A state is a member once, as the gazetteer says too, but may preside and leave several times.
std::string node_role(const MembershipTerm& term) {
  std::string role(to_string(term.role));
  const bool repeats = term.role == TermRole::former || term.role == TermRole::chair;
  if (repeats && !term.from.empty()) (role += '-') += iris::iri_segment(term.from);
  return role;
}

} // namespace

const gazetteer::Body* body_of_list(const gazetteer::Links& links) {
  for (const auto* bodies : {&links.processes, &links.organisations})
    if (!bodies->empty()) return bodies->front().body;
  return nullptr;
}

void map_membership_list(const records::Record& record, const gazetteer::Links& links,
                         const Names& names, rdf::GraphWriter& out) {
  base::require(record.membership_list() != nullptr, "record.membership_list()");
  const gazetteer::Body* body = body_of_list(links);
  if (body == nullptr) return;
  const bool world_wide = body->kind == gazetteer::BodyKind::international_organisation;
  const std::string iri = names.body(*body);
  for (const auto& [state, term] : links.memberships) {
    const std::string node = names.membership(body->id, state->iso2, node_role(term));
    const std::string member = names.state(state->iso2);
    map_membership({node, iri, member, concept_of(term.role), basis_of(record)}, out);
    map_date(node, term.from, start_year, schema::start_date, out);
    map_date(node, term.to, end_year, schema::end_date, out);
    if (iris::is_web_address(record.address)) out.link(node, dcterms::source, record.address);
    if (!term.note.empty()) out.text(node, skos::editorial_note, term.note.value, "en");
    const std::string_view direct = direct_property(term);
    if (!direct.empty() && !world_wide) out.link(iri, direct, member);
  }
}

} // namespace tela::mapping
