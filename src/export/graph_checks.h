#pragma once

#include "network/attributed_graph.h"

namespace tela::export_ {

/// Throws Error(input) naming the id when two nodes have the same. Memory: 50 bytes a node, during
/// the call.
void check_unique_ids(const network::NodeTable& nodes);

/// Throws Error(input) when an end of the edge is no node.
void check_ends(const network::EdgeView& edge, const network::NodeTable& nodes);

} // namespace tela::export_
