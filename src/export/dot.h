#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Writes Graphviz's DOT language: quoted ids, every attribute by name. DOT knows only texts: types
/// are lost, as a reader sees it. Backslashes are doubled and line ends become \n, as Graphviz
/// wants them in labels; control characters become U+FFFD and are counted. Memory and errors as
/// write_graphml().
WriteReport write_dot(const network::GraphHead& graph, network::EdgeStream& edges,
                      const ByteSink& sink);

/// Appends `text` as a quoted DOT id. Returns how many characters were replaced.
std::uint64_t append_dot_quoted(std::string& out, std::string_view text);

} // namespace tela::export_
