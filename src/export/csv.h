#pragma once

#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// Whose column names the lists have.
enum class CsvHeader {
  gephi, ///< Id, Label, …; Source, Target, Type, Id, Weight, Kind, …
  neo4j, ///< id:ID, name, …:long, :LABEL; :START_ID, :END_ID, weight:double, …, :TYPE
};

/// Whether cells that a spreadsheet would take for formulas get an apostrophe in front.
enum class CsvGuard { none, spreadsheets };

struct CsvStyle {
  CsvHeader header = CsvHeader::gephi;
  CsvGuard guard = CsvGuard::none;
};

/// The list of nodes as CSV (RFC 4180). Numbers are exact, lists joined by '|' (';' for Neo4j,
/// whose arrays part so; a ';' inside an item becomes "%3B"). Of columns whose names differ in case
/// only, which spreadsheets and SQL take for one, the later gets "_2" behind its name. In Neo4j the
/// label of a node is its id's prefix: "State" for state:HN. Throws Error(input) when two nodes
/// have the same id.
WriteReport write_node_csv(const network::GraphHead& graph, CsvStyle style, const ByteSink& sink);

/// The list of edges likewise; Neo4j's types are the kinds in its own spelling: "SHARED_PROJECTS".
/// Throws Error(input) when an edge names a node that does not exist.
WriteReport write_edge_csv(const network::GraphHead& graph, network::EdgeStream& edges,
                           CsvStyle style, const ByteSink& sink);

} // namespace tela::export_
