#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes node-link JSON as networkx.node_link_graph and D3 read it: nodes with "id", edges with
/// "source", "target" and "key". The list of edges is called `edge_list`: "links" for D3 and for
/// networkx before 3.4, "edges" for later ones. Lists are arrays. Memory and errors as
/// write_graphml().
WriteReport write_node_link_json(const network::GraphHead& graph, network::EdgeStream& edges,
                                 std::string_view edge_list, const ByteSink& sink);

} // namespace tela::export_
