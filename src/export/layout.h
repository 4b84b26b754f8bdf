#pragma once

#include "export/appearance.h"
#include "export/label_lines.h"
#include "network/attributed_graph.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tela::export_ {

/// How nodes find their places.
enum class LayoutStyle {
  force, ///< stress majorisation (Gansner, Koren & North 2004), strong ties short
  radial ///< rings around the centre, or the strongest node
};

/// What stands beside the circle of a node.
enum class Labelling { name, code, none };

struct LayoutOptions {
  LayoutStyle style = LayoutStyle::force;
  /// Node attributes; the first that has some values and not too many colours the nodes.
  std::vector<std::string> colour_by{"region", "continent", "type"};
  std::string centre{}; ///< id of the node that the picture is about; empty: none
  Labelling labelling = Labelling::name;
  std::size_t labels = most_labels; ///< only the strongest nodes have one, and the centre
  double width = 0; ///< of the finished picture in points, letters keeping their size; 0: as it
                    ///< comes

  static constexpr std::size_t most_labels = static_cast<std::size_t>(-1);
};

/// The most nodes that a picture or a layout is made for.
inline constexpr network::Node most_nodes_drawn = 5'000;

/// Places, sizes (by strength) and colours (by attribute) for the nodes, with the legend. No two
/// nodes overlap, their labels counted in. Where a width is asked for, places and circles shrink to
/// it, and labels for which there is no room then are left out and counted. The same graph gives
/// the same layout. By Graphviz's library; one thread at a time. Cost: quadratic in the nodes.
/// Throws Error(usage) above most_nodes_drawn.
[[nodiscard]] Appearance lay_out(const network::GraphHead& graph, const network::EdgeTable& edges,
                                 const LayoutOptions& options = {});

} // namespace tela::export_
