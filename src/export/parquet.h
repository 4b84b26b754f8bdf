#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// The list of nodes as a Parquet file with typed columns: id, label, iri, start and end where
/// nodes have them, then the attributes. Lists are texts joined by '|'. Throws Error(input) when
/// two nodes have the same id.
WriteReport write_node_parquet(const network::GraphHead& graph, const ByteSink& sink);

/// The list of edges likewise: source, target, kind, weight, start and end, then the attributes.
/// Throws Error(input) when an edge names a node that does not exist.
WriteReport write_edge_parquet(const network::GraphHead& graph, network::EdgeStream& edges,
                               const ByteSink& sink);

} // namespace tela::export_
