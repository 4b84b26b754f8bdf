#include "export/csv.h"

#include "base/ascii.h"
#include "export/graph_checks.h"
#include "export/neo4j_names.h"
#include "export/value_text.h"

#include <set>

namespace tela::export_ {

namespace {

using network::Attribute;
using network::Node;
using network::Period;
using network::Value;
using network::ValueType;

std::string_view neo4j_suffix(ValueType type) {
  switch (type) {
  case ValueType::boolean:
    return ":boolean";
  case ValueType::integer:
    return ":long";
  case ValueType::real:
    return ":double";
  case ValueType::list:
    return ":string[]";
  case ValueType::text:
    break;
  }
  return "";
}

// One table on its way out: cells by comma, rows by CRLF.
class CsvTable {
 public:
  CsvTable(CsvStyle style, const ByteSink& sink) : style_(style), out_(sink) {}

  [[nodiscard]] bool neo4j() const { return style_.header == CsvHeader::neo4j; }
  WriteReport& report() { return report_; }

  // Text of the data, in which anything may stand.
  void text(std::string_view content) {
    if (style_.guard == CsvGuard::none || !is_formula(content)) return cell(content);
    ++report_.guarded_cells;
    cell('\'' + std::string(content));
  }

  void cell(std::string_view content) {
    separate();
    std::string storage;
    content = well_formed(content, storage, report_.replaced_characters);
    if (neo4j() && content.find_first_of("\r\n") != std::string_view::npos)
      ++report_.texts_of_several_lines;
    if (content.find_first_of(",\"\r\n;") == std::string_view::npos) {
      out_ << content;
      return;
    }
    out_ << '"';
    for (const char c : content) {
      if (c == '"') out_ << '"';
      out_ << c;
    }
    out_ << '"';
  }

  void heading(const Attribute& attribute) {
    const std::string name = distinct(attribute.name);
    if (name != attribute.name) report_.renamed_columns.emplace_back(attribute.name, name);
    cell(neo4j() ? name + std::string(neo4j_suffix(attribute.type)) : name);
  }

  // Those of every list.
  void headings(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      folded_names_.insert(folded(name.substr(0, name.find(':'))));
      cell(name);
    }
  }

  void value(ValueType type, const Value& value) {
    if (!network::has_value(value) || !check_number(value, report_)) return cell("");
    if (const auto* content = std::get_if<std::string_view>(&value))
      return text(type == ValueType::list && neo4j() ? neo4j_list(*content)
                                                     : std::string(*content));
    std::string number;
    append_scalar(number, value);
    cell(number);
  }

  void period(const Period& period) {
    text(period.first == Period::beginning ? "" : network::iso_date(period.first));
    text(period.last == Period::end_of_time ? "" : network::iso_date(period.last));
  }

  void end_row() {
    out_ << "\r\n";
    first_ = true;
  }

  void finish() { out_.finish(); }

 private:
  static bool is_formula(std::string_view content) {
    constexpr std::string_view dangerous = "=+-@\t\r\n";
    return !content.empty() && dangerous.find(content.front()) != std::string_view::npos;
  }

  // Spreadsheets and SQL do not tell letters of ASCII apart by case.
  static std::string folded(std::string_view name) { return base::ascii_lower(name); }

  std::string distinct(const std::string& name) {
    std::string free = name;
    for (int number = 2; !folded_names_.insert(folded(free)).second; ++number)
      free = name + '_' + std::to_string(number);
    return free;
  }

  static std::string neo4j_list(std::string_view list) {
    std::string result;
    for (const char c : list) {
      if (c == ';') {
        result += "%3B";
      } else {
        result += c == network::list_separator ? ';' : c;
      }
    }
    return result;
  }

  void separate() {
    if (!first_) out_ << ',';
    first_ = false;
  }

  CsvStyle style_;
  TextOutput out_;
  WriteReport report_;
  std::set<std::string> folded_names_; // of the columns
  bool first_ = true;
};

} // namespace

WriteReport write_node_csv(const network::GraphHead& graph, CsvStyle style, const ByteSink& sink) {
  check_unique_ids(graph.nodes);
  CsvTable table(style, sink);
  const bool dated = graph.nodes.dated();
  if (table.neo4j()) {
    table.headings({"id:ID", "name", "iri"});
  } else {
    table.headings({"Id", "Label", "iri"});
  }
  if (dated) table.headings({"start", "end"});
  for (const network::Column& column : graph.nodes.columns()) table.heading(column.attribute());
  if (table.neo4j()) table.headings({":LABEL"});
  table.end_row();
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    const network::NodeName& name = graph.nodes[n];
    for (const std::string* cell : {&name.id, &name.label, &name.iri}) table.text(*cell);
    if (dated) table.period(name.period);
    for (const network::Column& column : graph.nodes.columns())
      table.value(column.attribute().type, column[n]);
    if (table.neo4j()) table.text(neo4j_label(name.id));
    table.end_row();
  }
  table.finish();
  table.report().nodes = graph.nodes.size();
  return table.report();
}

WriteReport write_edge_csv(const network::GraphHead& graph, network::EdgeStream& edges,
                           CsvStyle style, const ByteSink& sink) {
  CsvTable table(style, sink);
  const network::EdgeSchema& schema = edges.schema();
  const std::string_view direction =
      graph.direction == network::Direction::directed ? "Directed" : "Undirected";
  if (table.neo4j()) {
    table.headings({":START_ID", ":END_ID", "weight:double"});
  } else {
    table.headings({"Source", "Target", "Type", "Id", "Kind", "Weight"});
  }
  if (schema.dated) table.headings({"start", "end"});
  for (const Attribute& attribute : schema.attributes) table.heading(attribute);
  if (table.neo4j()) table.headings({":TYPE"});
  table.end_row();
  while (const network::EdgeView* edge = edges.next()) {
    check_ends(*edge, graph.nodes);
    table.text(graph.nodes[edge->source].id);
    table.text(graph.nodes[edge->target].id);
    if (!table.neo4j()) {
      table.text(direction);
      table.text("e" + std::to_string(table.report().edges));
      table.text(edge->kind);
    }
    table.value(ValueType::real, Value(edge->weight));
    if (schema.dated) table.period(edge->period);
    for (std::size_t a = 0; a < schema.attributes.size(); ++a)
      table.value(schema.attributes[a].type, edge->values[a]);
    if (table.neo4j()) table.text(neo4j_type(edge->kind));
    table.end_row();
    ++table.report().edges;
  }
  table.finish();
  return table.report();
}

} // namespace tela::export_
