#pragma once

#include "network/graph.h"

#include <vector>

namespace tela::network {

/// Which arcs of a node count; all the same when the graph is undirected.
enum class ArcSide { out, in, both };

/// Number of neighbours; with ArcSide::both in a directed graph, arcs in plus arcs out.
[[nodiscard]] std::vector<std::uint32_t> degree(const Graph& graph, ArcSide side = ArcSide::both);

/// Sum of the weights of a node's arcs (Barrat et al., PNAS 101 (2004) 3747, eq. 2).
[[nodiscard]] std::vector<double> strength(const Graph& graph, ArcSide side = ArcSide::both);

} // namespace tela::network
