#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tela::relations {

/// Who stands at the nodes of a one-mode network.
enum class Actors { states, projects, processes, organisations };

[[nodiscard]] std::string_view name(Actors actors) noexcept;     ///< "states"
[[nodiscard]] std::string_view singular(Actors actors) noexcept; ///< "state"
/// Throws Error(usage) with the names there are.
[[nodiscard]] Actors actors_named(std::string_view name);
/// The classes (IRIs) whose instances these actors are.
[[nodiscard]] std::vector<std::string_view> classes_of(Actors actors);

/// Which role of a membership counts.
enum class Role { member, observer, any };

/// At which end of its predicate the actor stands.
enum class ActorEnd { subject, object };

/// A predicate that ties actors to events.
struct Predicate {
  std::string iri;
  ActorEnd actor = ActorEnd::object;
};

/// What ties actors of one kind: two of them that share an event are tied.
struct Relation {
  std::string kind;                  ///< of the edges: "shared-beneficiaries"
  std::vector<Predicate> predicates; ///< one or more, taken together
  /// When not empty, the predicates tie the *events* to these intermediate things, and the actors
  /// are tied to those: a state to a partner through a project that has both.
  std::vector<Predicate> through;
  /// Only instances of these (IRIs) are actors, where the predicates tie others too: articles
  /// mention states and processes alike. Empty: whoever is tied.
  std::vector<std::string_view> actor_classes;
  /// Instances of these (IRIs) are no events, where the predicates have other subjects too: a
  /// project that mentions a state is no article.
  std::vector<std::string_view> no_events{};
};

/// The relation of `by`: beneficiaries, memberships, articles, meetings, participants or partners,
/// as far as these tie such actors; or any predicate as "<IRI>" with the actors as its objects,
/// "^<IRI>" with the actors as its subjects. Throws Error(usage) that names what there is.
[[nodiscard]] Relation relation(Actors actors, std::string_view by, Role role);

/// The relations whose network says most about these actors: what ties them unless asked otherwise.
[[nodiscard]] std::vector<std::string> usual_relations(Actors actors);
/// The relations that tie these actors, all of them.
[[nodiscard]] std::vector<std::string> relations_of(Actors actors);

} // namespace tela::relations
