#pragma once

#include "base/execution.h"
#include "network/graph.h"

#include <vector>

namespace tela::network {

/// How closed the neighbourhoods are; weights do not enter.
struct Clustering {
  /// Share of the pairs of a node's neighbours that are neighbours themselves; 0 with fewer than
  /// two neighbours. Watts & Strogatz, Nature 393 (1998) 440.
  std::vector<double> local;
  double average = 0;      ///< mean of `local` over all nodes
  double transitivity = 0; ///< three times the triangles over the paths of length two
};

/// A directed graph is taken without its directions. Cost: edges times the root of edges at worst:
/// each triangle is met once, from its node of the smallest degree (Chiba & Nishizeki 1985).
[[nodiscard]] Clustering clustering(const Graph& graph, const base::Execution& execution = {});

} // namespace tela::network
