#pragma once

#include "network/graph.h"

#include <vector>

namespace tela::network {

/// A partition of the nodes: groups are numbered from 0 by falling size, equal ones by their first
/// member.
struct Partition {
  std::vector<std::uint32_t> group_of; ///< one for each node
  std::vector<std::uint32_t> sizes;    ///< one for each group
};

/// Renumbers any labelling of nodes into a Partition. Cost: n log n.
[[nodiscard]] Partition partition(std::span<const std::uint32_t> labels);

/// The parts that hang together when directions are ignored. Boost.Graph; cost: linear.
[[nodiscard]] Partition components(const Graph& graph);

/// The parts in which every node reaches every other along the arcs (Tarjan 1972). Boost.Graph.
[[nodiscard]] Partition strong_components(const Graph& graph);

/// For each node, whether its component would fall apart without it. Directions are ignored.
/// Hopcroft & Tarjan 1973, Boost.Graph; cost: linear.
[[nodiscard]] std::vector<bool> articulation_points(const Graph& graph);

} // namespace tela::network
