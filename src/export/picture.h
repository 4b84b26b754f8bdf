#pragma once

#include "export/appearance.h"
#include "export/text_output.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

enum class PictureFormat { svg, png, pdf };

/// Draws a graph that lay_out() has placed: circles with labels below, edges as thick as their
/// weight, kinds of edges told apart by colour, title, legend and caption. By Graphviz's library;
/// one thread at a time. Throws Error(input) when Graphviz lacks the format.
void draw(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks,
          PictureFormat format, const ByteSink& sink);

} // namespace tela::export_
