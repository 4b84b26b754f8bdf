#pragma once

#include "export/appearance.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes Cytoscape.js JSON (https://js.cytoscape.org, "elements" by group), which Cytoscape reads
/// as .cyjs. Lists are arrays. With `appearance` (borrowed, may be null) nodes have positions.
/// Memory and errors as write_graphml().
WriteReport write_cyjs(const network::GraphHead& graph, network::EdgeStream& edges,
                       const ByteSink& sink, const Appearance* appearance = nullptr);

} // namespace tela::export_
