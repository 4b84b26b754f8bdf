#include "export/parquet.h"

#include "export/graph_checks.h"
#include "parquet/file_writer.h"

namespace tela::export_ {

namespace {

using network::Attribute;
using network::Node;
using network::Period;
using network::Value;
using parquet::Column;
using parquet::Type;

Type column_type(network::ValueType type) {
  switch (type) {
  case network::ValueType::boolean:
    return Type::boolean;
  case network::ValueType::integer:
    return Type::integer;
  case network::ValueType::real:
    return Type::real;
  case network::ValueType::text:
  case network::ValueType::list:
    break;
  }
  return Type::text;
}

void add_period_columns(std::vector<Column>& columns) {
  columns.push_back({"start", Type::date});
  columns.push_back({"end", Type::date});
}

// Days since 1970, as Parquet counts them; nothing at an open end.
void add_period(std::vector<Value>& row, const Period& period) {
  const auto day = [](auto time, auto open) {
    return time == open ? Value() : Value(std::int64_t{time});
  };
  row.push_back(day(period.first, Period::beginning));
  row.push_back(day(period.last, Period::end_of_time));
}

} // namespace

WriteReport write_node_parquet(const network::GraphHead& graph, const ByteSink& sink) {
  check_unique_ids(graph.nodes);
  std::vector<Column> columns{{"id", Type::text}, {"label", Type::text}, {"iri", Type::text}};
  if (graph.nodes.dated()) add_period_columns(columns);
  for (const network::Column& column : graph.nodes.columns())
    columns.push_back({column.attribute().name, column_type(column.attribute().type)});
  parquet::FileWriter file(std::move(columns), sink);
  std::vector<Value> row;
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    const network::NodeName& name = graph.nodes[n];
    row = {std::string_view(name.id), std::string_view(name.label), std::string_view(name.iri)};
    if (graph.nodes.dated()) add_period(row, name.period);
    for (const network::Column& column : graph.nodes.columns()) row.push_back(column[n]);
    file.row(row);
  }
  file.finish();
  WriteReport report;
  report.nodes = graph.nodes.size();
  return report;
}

WriteReport write_edge_parquet(const network::GraphHead& graph, network::EdgeStream& edges,
                               const ByteSink& sink) {
  const network::EdgeSchema& schema = edges.schema();
  std::vector<Column> columns{
      {"source", Type::text}, {"target", Type::text}, {"kind", Type::text}, {"weight", Type::real}};
  if (schema.dated) add_period_columns(columns);
  for (const Attribute& attribute : schema.attributes)
    columns.push_back({attribute.name, column_type(attribute.type)});
  parquet::FileWriter file(std::move(columns), sink);
  WriteReport report;
  std::vector<Value> row;
  while (const network::EdgeView* edge = edges.next()) {
    check_ends(*edge, graph.nodes);
    row = {std::string_view(graph.nodes[edge->source].id),
           std::string_view(graph.nodes[edge->target].id), edge->kind, edge->weight};
    if (schema.dated) add_period(row, edge->period);
    row.insert(row.end(), edge->values.begin(), edge->values.end());
    file.row(row);
    ++report.edges;
  }
  file.finish();
  return report;
}

} // namespace tela::export_
