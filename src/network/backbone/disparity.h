#pragma once

#include "network/graph.h"

#include <vector>

namespace tela::network {

/// How surprising the weight of each edge is for the nodes it joins, if a node spread its strength
/// s over its k edges at random: the probability (1 - w / s)^(k - 1) of so large a share, the
/// smaller of both ends. A node with one edge says nothing (1). Keep edges below alpha, 0.05 say.
/// For one-mode graphs with weights of any origin; for projections SDSM knows more. Serrano, Boguñá
/// & Vespignani, PNAS 106 (2009) 6483, eq. 2. In a directed graph the source looks at what leaves
/// it and the target at what reaches it. One value for each of graph.edges(). Cost: linear.
[[nodiscard]] std::vector<double> disparity(const Graph& graph);

} // namespace tela::network
