#pragma once

#include "network/attributed_graph.h"

#include <vector>

namespace tela::export_ {

/// The sum of the weights at each node, parallel edges and both ends of loops counted.
[[nodiscard]] std::vector<double> node_strengths(const network::GraphHead& graph,
                                                 const network::EdgeTable& edges);

} // namespace tela::export_
