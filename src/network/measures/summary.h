#pragma once

#include "base/execution.h"
#include "network/graph.h"

#include <cstdint>
#include <optional>

namespace tela::network {

/// Figures of a whole graph.
struct Summary {
  Node nodes = 0;
  std::uint32_t edges = 0;
  double density = 0; ///< edges over the edges there could be
  double mean_degree = 0;
  std::uint32_t isolates = 0;   ///< nodes without edges
  std::uint32_t components = 0; ///< directions ignored
  double largest_component = 0; ///< its share of the nodes
  double average_clustering = 0;
  double transitivity = 0;
};

/// Cost: that of clustering().
[[nodiscard]] Summary summarise(const Graph& graph, const base::Execution& execution = {});

/// The longest of all shortest paths, in hops, between nodes that reach each other; 0 without
/// edges. Cost: nodes x edges, in parallel.
[[nodiscard]] std::uint32_t diameter(const Graph& graph, const base::Execution& execution = {});

} // namespace tela::network
