#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes node-link JSON as networkx.node_link_graph and D3 read it: nodes with "id", links with
/// "source", "target" and "key". Lists are arrays. Memory and errors as write_graphml().
WriteReport write_node_link_json(const network::GraphHead& graph, network::EdgeStream& edges,
                                 const ByteSink& sink);

} // namespace tela::export_
