#pragma once

#include "export/appearance.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes CX2 (https://cytoscape.org/cx/cx2/specification), the exchange format of Cytoscape and
/// NDEx, with declared types; nodes and edges have numbers there, and the token is the attribute
/// "id_token". With `appearance` (borrowed, may be null) nodes have positions, colours and
/// sizes, and their names as labels.
/// Memory and errors as write_graphml().
WriteReport write_cx2(const network::GraphHead& graph, network::EdgeStream& edges,
                      const ByteSink& sink, const Appearance* appearance = nullptr);

} // namespace tela::export_
