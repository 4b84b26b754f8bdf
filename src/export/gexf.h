#pragma once

#include "export/appearance.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes GEXF 1.3 (https://gexf.net). When a node or edge has a period the graph is dynamic, with
/// dates; a period of one day ends a day later, because Gephi drops what starts and ends at once.
/// The kind of an edge is its GEXF kind, so that Gephi keeps parallel edges. With `appearance`
/// (borrowed, may be null) nodes have viz:position, viz:size and viz:color.
/// Memory and errors as write_graphml().
WriteReport write_gexf(const network::GraphHead& graph, network::EdgeStream& edges,
                       const ByteSink& sink, const Appearance* appearance = nullptr);

} // namespace tela::export_
