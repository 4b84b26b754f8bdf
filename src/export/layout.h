#pragma once

#include "export/appearance.h"
#include "network/attributed_graph.h"

#include <string>

namespace tela::export_ {

/// How nodes find their places.
enum class LayoutStyle {
  force, ///< stress majorisation (Gansner, Koren & North 2004), strong ties short
  radial ///< rings around the centre, or the strongest node
};

struct LayoutOptions {
  LayoutStyle style = LayoutStyle::force;
  std::string colour_by = "region"; ///< node attribute; where it has too many values, `coarser`
  std::string coarser = "continent";
  std::string centre{}; ///< id of the node that the picture is about; empty: none
};

/// The most nodes that a picture or a layout is made for.
inline constexpr network::Node most_nodes_drawn = 5'000;

/// Places, sizes (by strength) and colours (by attribute) for the nodes, with the legend. No two
/// nodes overlap, their labels counted in. The same graph gives the same layout. By Graphviz's
/// library; one thread at a time. Cost: quadratic in the nodes.
/// Throws Error(usage) above most_nodes_drawn.
[[nodiscard]] Appearance lay_out(const network::GraphHead& graph, const network::EdgeTable& edges,
                                 const LayoutOptions& options = {});

/// The height of a node's label, in points.
inline constexpr double label_size = 11;
/// About how wide a label will be drawn, in points.
[[nodiscard]] double label_width(std::string_view label);

} // namespace tela::export_
