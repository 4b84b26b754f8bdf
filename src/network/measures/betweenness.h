#pragma once

#include "base/execution.h"
#include "network/graph.h"
#include "network/measures/shortest_paths.h"

#include <vector>

namespace tela::network {

/// How many shortest paths between other nodes run through each node; where there are several
/// between two nodes, each counts in part. Not normalised; each pair counts once when undirected.
///
/// Freeman, Sociometry 40 (1977) 35; computed as in Brandes, J. Math. Sociol. 25 (2001) 163, in
/// parallel over the sources. Cost: nodes x edges steps (times log n with inverse weights). Memory:
/// 16 doubles a node. The result is the same, to the last bit, for every number of threads.
[[nodiscard]] std::vector<double> betweenness(const Graph& graph, Distance distance,
                                              const base::Execution& execution = {});

/// The same for edges: one value for each of graph.edges(). Girvan & Newman, PNAS 99 (2002) 7821.
[[nodiscard]] std::vector<double> edge_betweenness(const Graph& graph, Distance distance,
                                                   const base::Execution& execution = {});

} // namespace tela::network
