#include "export/geojson.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

#include <array>

namespace tela::export_ {

namespace {

using network::Node;
using Places = std::vector<std::optional<base::Position>>;

Places places_of(const network::NodeTable& nodes, const base::PlaceFinder& find) {
  Places places(nodes.size());
  if (!find) return places;
  for (Node n = 0; n < nodes.size(); ++n) places[n] = find(nodes[n].iri);
  return places;
}

void begin_feature(base::JsonWriter& json, std::string_view id,
                   std::span<const base::Position> way) {
  json.begin_object().field("type", "Feature").field("id", id).key("geometry");
  base::write_geometry(json, way);
  json.key("properties").begin_object();
}

void end_feature(base::JsonWriter& json) {
  json.end_object().end_object();
}

// Programs for maps hold numbers as doubles: what these do not hold is text.
void write_field(base::JsonWriter& json, const network::Attribute& attribute,
                 const network::Value& value, WriteReport& report) {
  constexpr std::int64_t all_below = std::int64_t{1} << 53U;
  const auto* integer = std::get_if<std::int64_t>(&value);
  if (integer != nullptr && (*integer >= all_below || *integer <= -all_below))
    json_text(json, attribute.name, std::to_string(*integer), report);
  else
    json_field(json, attribute, value, report);
}

void write_node(base::JsonWriter& json, const network::NodeTable& nodes, Node n,
                const Places& places, WriteReport& report) {
  const network::NodeName& name = nodes[n];
  if (!places[n]) ++report.nodes_without_place;
  begin_feature(json, name.id,
                places[n] ? std::span(&*places[n], 1) : std::span<const base::Position>());
  json_text(json, "label", name.label, report);
  if (!name.iri.empty()) json_text(json, "iri", name.iri, report);
  json_period(json, name.period);
  for (const network::Column& column : nodes.columns())
    write_field(json, column.attribute(), column[n], report);
  end_feature(json);
}

void write_edge(base::JsonWriter& json, const network::GraphHead& graph,
                const network::EdgeView& edge, const network::EdgeSchema& schema,
                const Places& places, WriteReport& report) {
  const auto &from = places[edge.source], &to = places[edge.target];
  std::array<base::Position, 2> way{};
  if (from && to)
    way = {*from, *to};
  else
    ++report.edges_without_place;
  begin_feature(json, "e" + std::to_string(report.edges++),
                from && to ? std::span<const base::Position>(way)
                           : std::span<const base::Position>());
  json.field("source", graph.nodes[edge.source].id).field("target", graph.nodes[edge.target].id);
  json_field(json, {"weight", network::ValueType::real}, network::Value(edge.weight), report);
  if (!edge.kind.empty()) json_text(json, "kind", edge.kind, report);
  json_period(json, edge.period);
  for (std::size_t a = 0; a < schema.attributes.size(); ++a)
    write_field(json, schema.attributes[a], edge.values[a], report);
  end_feature(json);
}

} // namespace

WriteReport write_geojson(const network::GraphHead& graph, network::EdgeStream& edges,
                          const base::PlaceFinder& places, const ByteSink& sink) {
  check_unique_ids(graph.nodes);
  const Places known = places_of(graph.nodes, places);
  WriteReport report;
  TextOutput out(sink);
  base::JsonWriter json(out.buffer());
  json.begin_object().field("type", "FeatureCollection").key("features").begin_array();
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    write_node(json, graph.nodes, n, known, report);
    out << '\n';
  }
  while (const network::EdgeView* edge = edges.next()) {
    check_ends(*edge, graph.nodes);
    write_edge(json, graph, *edge, edges.schema(), known, report);
    out << '\n';
  }
  json.end_array().end_object();
  out << '\n';
  out.finish();
  report.nodes = graph.nodes.size();
  return report;
}

} // namespace tela::export_
