#pragma once

#include "export/appearance.h"
#include "export/page_languages.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

#include <string_view>

namespace tela::export_ {

/// Writes a graph that lay_out() has placed as one HTML file that opens by a double click: the
/// picture as SVG, what a chosen node is tied to, a search, and nodes and ties as tables. It asks
/// nobody for anything, and its Content-Security-Policy allows no script and style but its own, by
/// their hashes. `language` is that of the labels; with translations, the reader can choose
/// another. Errors as those of the writers of JSON.
WriteReport write_html(const network::GraphHead& graph, const network::EdgeTable& edges,
                       const Appearance& looks, std::string_view language, const ByteSink& sink,
                       const std::vector<Translation>& translations = {});

} // namespace tela::export_
