#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes Pajek's .net: numbered vertices with their labels, edges or arcs with their weights. A
/// label that several nodes have is followed by the id in brackets, because readers take it for the
/// node's name; a double quote in it becomes a single one, counted as replaced, and a line end a
/// space. Everything else has no place there and is named in the report. Memory and errors as
/// write_graphml().
WriteReport write_pajek(const network::GraphHead& graph, network::EdgeStream& edges,
                        const ByteSink& sink);

} // namespace tela::export_
