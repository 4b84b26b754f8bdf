#pragma once

#include "base/execution.h"
#include "network/graph.h"
#include "network/measures/shortest_paths.h"

#include <vector>

namespace tela::network {

/// How near each node is to the nodes that can reach it: with r of them (itself not counted) at a
/// summed distance s, in a graph of n nodes, (r / s) * (r / (n - 1)). The second factor is
/// Wasserman & Faust's (Social Network Analysis, 1994, eq. 5.22): without it a pair on its own
/// would be the nearest of all. 0 for nodes that nobody reaches. Cost: nodes x edges, in parallel.
[[nodiscard]] std::vector<double> closeness(const Graph& graph, Distance distance,
                                            const base::Execution& execution = {});

} // namespace tela::network
