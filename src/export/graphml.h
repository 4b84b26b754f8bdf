#pragma once

#include "export/appearance.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Which extras a GraphML file carries beside its attributes.
enum class GraphmlGraphics {
  none,
  columns, ///< x, y, size, r, g, b as node attributes: Gephi takes them as looks
  yed,     ///< y:ShapeNode and y:PolyLineEdge elements, the only labels and looks yEd knows
};

/// What the node attribute `name` holds.
enum class NameColumn {
  label, ///< Cytoscape shows it
  id,    ///< igraph finds vertices by it, so that it has to be unique
};

/// Whether title and figures are written as attributes of the graph.
enum class GraphData {
  written,
  left_out, ///< Gephi drops them with a warning; they are counted as left out
};

/// What kind of thing a node and an edge are, where Neo4j looks for it.
enum class ElementLabels {
  none,
  neo4j, ///< `labels` of nodes and `label` of edges, as XML attributes and as data
};

/// How booleans are written.
enum class BooleanText {
  words,  ///< true and false: what all but Boost read
  digits, ///< 1 and 0: all that Boost reads; Cytoscape takes 1 for false
};

struct GraphmlOptions {
  GraphmlGraphics graphics = GraphmlGraphics::none;
  NameColumn name = NameColumn::label;
  GraphData graph_data = GraphData::written;
  ElementLabels labels = ElementLabels::none;
  BooleanText booleans = BooleanText::words;
  const Appearance* appearance = nullptr; ///< REQUIRED unless graphics is none; borrowed
};

/// Writes GraphML 1.0 (http://graphml.graphdrawing.org) so that Gephi, Cytoscape, yEd, networkx and
/// igraph read all of it, and Boost too with BooleanText::digits (it refuses a file with any other
/// boolean): types boolean, long, double and string only; doubles exact to the last bit; `label`
/// for Gephi and `name` for Cytoscape; `iri`, `start` and `end` where there are any; edges with id,
/// weight, label and interaction; no defaults; lists joined by '|'.
///
/// Memory: the nodes; edges pass through. Throws Error(input) when two nodes have the same id or an
/// edge names a node that does not exist.
WriteReport write_graphml(const network::GraphHead& graph, network::EdgeStream& edges,
                          const ByteSink& sink, const GraphmlOptions& options = {});

} // namespace tela::export_
