#include "export/profile.h"

#include "base/error.h"
#include "export/cx2.h"
#include "export/cyjs.h"
#include "export/dot.h"
#include "export/geojson.h"
#include "export/gexf.h"
#include "export/graphml.h"
#include "export/node_link_json.h"
#include "export/pajek.h"
#include "export/parquet.h"

#include <array>
#include <utility>

namespace tela::export_ {

namespace {

constexpr std::array<std::pair<Format, std::string_view>, 12> formats{{
    {Format::graphml, "graphml"},
    {Format::gexf, "gexf"},
    {Format::dot, "dot"},
    {Format::node_csv, "csv-nodes"},
    {Format::edge_csv, "csv-edges"},
    {Format::cyjs, "cyjs"},
    {Format::cx2, "cx2"},
    {Format::json, "json"},
    {Format::pajek, "pajek"},
    {Format::geojson, "geojson"},
    {Format::node_parquet, "parquet-nodes"},
    {Format::edge_parquet, "parquet-edges"},
}};

constexpr std::array<std::pair<Reader, std::string_view>, 10> readers{{
    {Reader::any, "any"},
    {Reader::gephi, "gephi"},
    {Reader::cytoscape, "cytoscape"},
    {Reader::yed, "yed"},
    {Reader::networkx, "networkx"},
    {Reader::networkx_old, "networkx-old"},
    {Reader::igraph, "igraph"},
    {Reader::boost, "boost"},
    {Reader::neo4j, "neo4j"},
    {Reader::d3, "d3"},
}};

template<class Table>
std::string names(const Table& table) {
  std::string list;
  for (const auto& [value, name] : table) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

template<class Table>
auto named(const Table& table, std::string_view wanted, const char* what) {
  for (const auto& [value, name] : table)
    if (name == wanted) return value;
  throw base::Error(base::Failure::usage,
                    "there is no " + std::string(what) + " \"" + std::string(wanted) + "\"",
                    "take one of " + names(table));
}

// What each program really takes of GraphML.
GraphmlOptions graphml_options(Reader reader) {
  switch (reader) {
  case Reader::gephi:
    return {.graphics = GraphmlGraphics::columns, .graph_data = GraphData::left_out};
  case Reader::yed:
    return {.graphics = GraphmlGraphics::yed};
  case Reader::igraph:
    return {.name = NameColumn::id};
  case Reader::boost:
    return {.booleans = BooleanText::digits};
  case Reader::neo4j:
    return {.labels = ElementLabels::neo4j};
  case Reader::any:
  case Reader::cytoscape:
  case Reader::networkx:
  case Reader::networkx_old:
  case Reader::d3:
    break;
  }
  return {};
}

// What each program looks for the edges under.
std::string_view edge_list(Reader reader) {
  return reader == Reader::networkx ? "edges" : "links";
}

} // namespace

Reader reader_named(std::string_view name) {
  return named(readers, name, "reader");
}
Format format_named(std::string_view name) {
  return named(formats, name, "format");
}
std::string format_names() {
  return names(formats);
}
std::string reader_names() {
  return names(readers);
}

Format best_format(Reader reader) noexcept {
  switch (reader) {
  case Reader::gephi:
    return Format::gexf;
  case Reader::cytoscape:
    return Format::cx2;
  case Reader::neo4j:
    return Format::edge_csv;
  case Reader::d3:
    return Format::json;
  case Reader::any:
  case Reader::yed:
  case Reader::networkx:
  case Reader::networkx_old:
  case Reader::igraph:
  case Reader::boost:
    break;
  }
  return Format::graphml;
}

bool wants_appearance(Format format, Reader reader) noexcept {
  switch (format) {
  case Format::graphml:
    return graphml_options(reader).graphics != GraphmlGraphics::none;
  case Format::gexf:
    return reader == Reader::gephi;
  case Format::cx2:
  case Format::cyjs:
    return reader == Reader::cytoscape;
  default:
    return false;
  }
}

WriteReport write_graph(Format format, Reader reader, const network::GraphHead& graph,
                        network::EdgeStream& edges, const ByteSink& sink,
                        const WriteOptions& options) {
  const CsvStyle style{reader == Reader::neo4j ? CsvHeader::neo4j : CsvHeader::gephi,
                       options.guard};
  switch (format) {
  case Format::graphml: {
    GraphmlOptions graphml = graphml_options(reader);
    graphml.appearance = options.appearance;
    return write_graphml(graph, edges, sink, graphml);
  }
  case Format::gexf:
    return write_gexf(graph, edges, sink, options.appearance);
  case Format::dot:
    return write_dot(graph, edges, sink);
  case Format::node_csv:
    return write_node_csv(graph, style, sink);
  case Format::edge_csv:
    return write_edge_csv(graph, edges, style, sink);
  case Format::cyjs:
    return write_cyjs(graph, edges, sink, options.appearance);
  case Format::cx2:
    return write_cx2(graph, edges, sink, options.appearance);
  case Format::json:
    return write_node_link_json(graph, edges, edge_list(reader), sink);
  case Format::pajek:
    return write_pajek(graph, edges, sink);
  case Format::geojson:
    return write_geojson(graph, edges, options.places, sink);
  case Format::node_parquet:
    return write_node_parquet(graph, sink);
  case Format::edge_parquet:
    return write_edge_parquet(graph, edges, sink);
  }
  return {};
}

} // namespace tela::export_
