#include "export/node_link_json.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

namespace tela::export_ {

namespace {

using network::Node;

void write_node(base::JsonWriter& json, const network::NodeTable& nodes, Node n,
                WriteReport& report) {
  const network::NodeName& name = nodes[n];
  json.begin_object().field("id", name.id);
  json_text(json, "label", name.label, report);
  if (!name.iri.empty()) json_text(json, "iri", name.iri, report);
  json_period(json, name.period);
  for (const network::Column& column : nodes.columns())
    json_field(json, column.attribute(), column[n], report);
  json.end_object();
}

void write_link(base::JsonWriter& json, const network::GraphHead& graph,
                const network::EdgeView& edge, const network::EdgeSchema& schema,
                WriteReport& report) {
  json.begin_object()
      .field("source", graph.nodes[edge.source].id)
      .field("target", graph.nodes[edge.target].id)
      .field("key", "e" + std::to_string(report.edges++));
  json_field(json, {"weight", network::ValueType::real}, network::Value(edge.weight), report);
  if (!edge.kind.empty()) json_text(json, "interaction", edge.kind, report);
  json_period(json, edge.period);
  for (std::size_t a = 0; a < schema.attributes.size(); ++a)
    json_field(json, schema.attributes[a], edge.values[a], report);
  json.end_object();
}

} // namespace

WriteReport write_node_link_json(const network::GraphHead& graph, network::EdgeStream& edges,
                                 std::string_view edge_list, const ByteSink& sink) {
  check_unique_ids(graph.nodes);
  WriteReport report;
  TextOutput out(sink);
  base::JsonWriter json(out.buffer());
  json.begin_object()
      .field("directed", graph.direction == network::Direction::directed)
      .field("multigraph", true)
      .key("graph")
      .begin_object();
  json_text(json, "name", graph.title, report);
  for (const auto& [attribute, value] : graph.figures) json_field(json, attribute, value, report);
  json.end_object().key("nodes").begin_array();
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    out << '\n';
    write_node(json, graph.nodes, n, report);
    out.flush_if_full();
  }
  json.end_array().key(edge_list).begin_array();
  while (const network::EdgeView* edge = edges.next()) {
    check_ends(*edge, graph.nodes);
    write_link(json, graph, *edge, edges.schema(), report);
    out << '\n';
  }
  json.end_array().end_object();
  out << '\n';
  out.finish();
  report.nodes = graph.nodes.size();
  return report;
}

} // namespace tela::export_
