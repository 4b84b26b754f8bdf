#pragma once

#include "network/affiliation.h"
#include "network/period.h"
#include "relations/relation.h"
#include "relations/store_reader.h"

#include <optional>
#include <vector>

namespace tela::relations {

/// Which ties count.
struct TieFilter {
  std::optional<std::vector<rdf::Id>> actors; ///< only these; ascending
  std::optional<std::vector<rdf::Id>> events; ///< only these; ascending
  /// Only through intermediate things (Relation::through) that were at some time of it, and no
  /// meetings without a date. The periods of events are the caller's to compare.
  std::optional<network::Period> period{};
  std::vector<rdf::Id> graphs_left_out{}; ///< what stands only in these does not count; ascending
};

/// Ties as the store has them: for each event its actors, as positions in the list of actors. The
/// ties of events[e] stand at [offsets[e], offsets[e + 1]), ascending.
struct RawTies {
  std::vector<rdf::Id> actors; ///< those that have a tie, ascending
  std::vector<rdf::Id> events; ///< likewise
  std::vector<std::uint64_t> offsets{0};
  std::vector<network::Node> columns;
};

/// Takes actors out that have no tie left.
void drop_idle_actors(RawTies& ties);

/// Reads a relation. What is said to be the same (owl:sameAs) counts as one. Cost: a scan of its
/// predicates, about 10 ns a statement when there is one.
[[nodiscard]] RawTies read_ties(const store::Store& store, const Relation& relation,
                                const TieFilter& filter);

/// A two-mode graph and what its numbers stand for.
struct TwoMode {
  std::vector<rdf::Id> actors; ///< ascending; the same for all relations of a network
  std::vector<rdf::Id> events; ///< ascending
  network::Affiliation graph;
};

/// The actors that have a tie in any of `relations`, ascending.
[[nodiscard]] std::vector<rdf::Id> all_actors(const std::vector<RawTies>& relations);

/// `ties` over the given actors. `periods`, when not empty, are those of ties.events.
/// Weights, when not empty, are those of the ties. REQUIRES: every actor of the ties is listed.
[[nodiscard]] TwoMode two_mode(RawTies ties, std::vector<rdf::Id> actors,
                               std::vector<double> weights = {},
                               const std::vector<network::Period>& periods = {});

} // namespace tela::relations
