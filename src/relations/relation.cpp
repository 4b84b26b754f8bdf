#include "relations/relation.h"

#include "base/error.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>

namespace tela::relations {

namespace {

constexpr auto subject = ActorEnd::subject;
constexpr auto object = ActorEnd::object;

struct Row {
  Actors actors;
  std::string_view by;
  std::string_view kind;
  Role role; ///< any: whatever the role asked for
  std::string_view predicate;
  ActorEnd actor;
  std::string_view through = {}; ///< its objects are the events
};

// One row a predicate; rows with the same actors and name are taken together.
constexpr std::array rows{
    Row{Actors::states, "beneficiaries", "shared-projects", Role::any, vocabulary::beneficiary,
        object},
    Row{Actors::states, "beneficiaries", "shared-projects", Role::any,
        vocabulary::other_beneficiary, object},
    Row{Actors::states, "memberships", "shared-memberships", Role::member, vocabulary::member_state,
        object},
    Row{Actors::states, "memberships", "shared-memberships", Role::observer,
        vocabulary::observer_state, object},
    Row{Actors::states, "articles", "shared-articles", Role::any, vocabulary::schema::mentions,
        object},
    Row{Actors::states, "meetings", "shared-meetings", Role::any, vocabulary::participant, object},
    Row{Actors::states, "partners", "shared-partners", Role::any, vocabulary::beneficiary, object,
        vocabulary::partner},
    Row{Actors::projects, "beneficiaries", "shared-beneficiaries", Role::any,
        vocabulary::beneficiary, subject},
    Row{Actors::projects, "beneficiaries", "shared-beneficiaries", Role::any,
        vocabulary::other_beneficiary, subject},
    Row{Actors::projects, "partners", "shared-partners", Role::any, vocabulary::partner, subject},
    Row{Actors::processes, "memberships", "shared-members", Role::member, vocabulary::member_state,
        subject},
    Row{Actors::processes, "memberships", "shared-members", Role::observer,
        vocabulary::observer_state, subject},
    Row{Actors::processes, "participants", "shared-participants", Role::any, vocabulary::meeting_of,
        object, vocabulary::participant},
    Row{Actors::processes, "articles", "shared-articles", Role::any, vocabulary::schema::mentions,
        object},
    Row{Actors::organisations, "memberships", "shared-memberships", Role::observer,
        vocabulary::observer_organisation, object},
    Row{Actors::organisations, "memberships", "shared-members", Role::member,
        vocabulary::member_state, subject},
    Row{Actors::organisations, "articles", "shared-articles", Role::any,
        vocabulary::schema::mentions, object},
    Row{Actors::organisations, "partners", "shared-projects", Role::any, vocabulary::partner,
        object},
};

constexpr std::array<std::pair<Actors, std::string_view>, 4> actor_names{{
    {Actors::states, "states"},
    {Actors::projects, "projects"},
    {Actors::processes, "processes"},
    {Actors::organisations, "organisations"},
}};

// Whether things of other kinds stand at the actor's end too.
bool ties_others(const Row& row) {
  return row.predicate == vocabulary::schema::mentions || row.predicate == vocabulary::meeting_of ||
         (row.actor == subject && row.actors != Actors::projects);
}

std::string names_for(Actors actors) {
  std::string names;
  std::string_view last;
  for (const Row& row : rows) {
    if (row.actors != actors || row.by == last) continue;
    names.append(names.empty() ? "" : ", ").append(row.by);
    last = row.by;
  }
  return names;
}

// "<IRI>" or "^<IRI>".
bool read_iri(std::string_view by, Relation& result) {
  const ActorEnd actor = by.starts_with('^') ? subject : object;
  if (by.starts_with('^')) by.remove_prefix(1);
  if (!by.starts_with('<') || !by.ends_with('>')) return false;
  const std::string iri(by.substr(1, by.size() - 2));
  result.kind = "shared-" + iri.substr(iri.find_last_of("/#") + 1);
  result.predicates = {{iri, actor}};
  return true;
}

} // namespace

std::string_view name(Actors actors) noexcept {
  for (const auto& [value, text] : actor_names)
    if (value == actors) return text;
  return {};
}

std::string_view singular(Actors actors) noexcept {
  std::string_view text = name(actors);
  text.remove_suffix(actors == Actors::processes ? 2 : 1);
  return text;
}

Actors actors_named(std::string_view wanted) {
  for (const auto& [value, text] : actor_names)
    if (text == wanted) return value;
  throw base::Error(base::Failure::usage, "there is no network of \"" + std::string(wanted) + "\"",
                    "take states, projects, processes or organisations");
}

std::vector<std::string_view> classes_of(Actors actors) {
  using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms
  switch (actors) {
  case Actors::states:
    return {classes::country};
  case Actors::projects:
    return {classes::project};
  case Actors::processes:
    return {classes::process};
  case Actors::organisations:
    return {classes::organisation};
  }
  return {};
}

Relation relation(Actors actors, std::string_view by, Role role) {
  Relation result;
  if (read_iri(by, result)) return result;
  for (const Row& row : rows) {
    const bool wanted = role == Role::any || row.role == Role::any || row.role == role;
    if (row.actors != actors || row.by != by || !wanted) continue;
    result.kind = row.kind;
    result.predicates.push_back({std::string(row.predicate), row.actor});
    if (ties_others(row)) result.actor_classes = classes_of(actors);
    if (row.predicate == vocabulary::schema::mentions)
      result.no_events = {vocabulary::classes::project};
    if (!row.through.empty()) result.through = {{std::string(row.through), object}};
  }
  if (result.predicates.empty())
    throw base::Error(
        base::Failure::usage,
        "nothing ties " + std::string(name(actors)) + " by \"" + std::string(by) + "\"",
        "take " + names_for(actors) + ", with a role that exists, or a predicate as <IRI>");
  return result;
}

std::vector<std::string> usual_relations(Actors actors) {
  switch (actors) {
  case Actors::states:
    return {"beneficiaries", "memberships"};
  case Actors::projects:
    return {"beneficiaries"};
  case Actors::processes:
    return {"memberships"};
  case Actors::organisations:
    return {"partners"};
  }
  return {};
}

std::vector<std::string> relations_of(Actors actors) {
  switch (actors) {
  case Actors::states:
    return {"beneficiaries", "memberships", "meetings", "articles"};
  case Actors::projects:
    return {"beneficiaries", "partners"};
  case Actors::processes:
    return {"memberships", "participants", "articles"};
  case Actors::organisations:
    return {"partners", "memberships"};
  }
  return {};
}

} // namespace tela::relations
