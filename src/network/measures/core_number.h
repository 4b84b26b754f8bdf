#pragma once

#include "network/graph.h"

#include <vector>

namespace tela::network {

/// The largest k such that the node belongs to a part of the graph in which everybody has k
/// neighbours (Seidman, Social Networks 5 (1983) 269). A directed graph is taken without its
/// directions. Boost.Graph's core_numbers (Batagelj & Zaversnik 2003); cost: linear.
[[nodiscard]] std::vector<std::uint32_t> core_number(const Graph& graph);

} // namespace tela::network
