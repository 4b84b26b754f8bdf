#pragma once

#include "export/appearance.h"
#include "network/attributed_graph.h"

#include <string>
#include <string_view>

/// The y: elements of yEd's GraphML dialect: the only place where yEd looks for labels, positions,
/// shapes and colours.
namespace tela::export_ {

/// Attributes for the graphml element.
inline constexpr std::string_view yed_namespaces =
    " xmlns:y=\"http://www.yworks.com/xml/graphml\" xmlns:yed=\"http://www.yworks.com/xml/yed/3\"";

/// The keys that the elements below belong to.
inline constexpr std::string_view yed_keys =
    "  <key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "  <key id=\"edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

/// Appends the graphics of a node. Returns the number of characters replaced in the label.
std::uint64_t append_yed_node(std::string& out, std::string_view label, const NodeStyle& style);

/// Appends the graphics of an edge: thicker with weight, an arrow when directed.
void append_yed_edge(std::string& out, double weight, network::Direction direction);

} // namespace tela::export_
