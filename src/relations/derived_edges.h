#pragma once

#include "relations/network_options.h"

namespace tela::relations {

/// One edge on its way to a network; its ends are positions in the list of actors.
struct DerivedEdge {
  network::ProjectedEdge edge;
  std::uint32_t kind = 0; ///< which of ties.by
  network::Period period; ///< when it holds, or its slice
  double p_value = 1;     ///< of the backbone
};

/// Everything that is read of a request before names and labels.
struct DerivedEdges {
  std::vector<rdf::Id> actors;    ///< ascending
  std::vector<std::string> kinds; ///< names, one for each of ties.by
  std::vector<TwoMode> two_modes; ///< likewise
  std::vector<DerivedEdge> edges; ///< by kind, then slice, then ends
  std::uint64_t projected = 0;    ///< edges before the backbone
};

/// Reads, projects and filters by weight and backbone, each relation for itself.
[[nodiscard]] DerivedEdges derive(const store::Store& store, const Selection& ties,
                                  const Weighing& weighing, const Pruning& pruning,
                                  const base::Execution& execution);

} // namespace tela::relations
