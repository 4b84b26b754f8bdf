#pragma once

#include "base/geojson.h"
#include "export/appearance.h"
#include "export/csv.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

#include <string>
#include <string_view>

namespace tela::export_ {

/// The files a graph can become.
enum class Format {
  graphml,
  gexf,
  dot,
  node_csv,
  edge_csv,
  cyjs,
  cx2,
  json,
  pajek,
  geojson,
  node_parquet,
  edge_parquet,
};

/// The program a file is meant for; networkx_old is networkx before 3.4.
enum class Reader { any, gephi, cytoscape, yed, networkx, networkx_old, igraph, boost, neo4j, d3 };

[[nodiscard]] Reader reader_named(std::string_view name); ///< throws Error(usage)
[[nodiscard]] Format format_named(std::string_view name); ///< throws Error(usage)
[[nodiscard]] std::string format_names();                 ///< "graphml, gexf, …"
[[nodiscard]] std::string reader_names();                 ///< "gephi, cytoscape, …"

/// What each program reads with the least loss: Gephi GEXF, Cytoscape CX2, Neo4j CSV, D3 JSON, the
/// others GraphML.
[[nodiscard]] Format best_format(Reader reader) noexcept;

/// Whether the file carries looks for that reader, so that lay_out() has to run first.
[[nodiscard]] bool wants_appearance(Format format, Reader reader) noexcept;

/// What some formats need beside the graph.
struct WriteOptions {
  const Appearance* appearance = nullptr; ///< may be null unless wants_appearance()
  CsvGuard guard = CsvGuard::none;        ///< of CSV
  base::PlaceFinder places{};             ///< of GeoJSON; empty: nothing has a place
};

/// Writes `format` as `reader` takes it. As the writers of the formats for memory and errors.
WriteReport write_graph(Format format, Reader reader, const network::GraphHead& graph,
                        network::EdgeStream& edges, const ByteSink& sink,
                        const WriteOptions& options = {});

} // namespace tela::export_
