#include "export/dot.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

namespace tela::export_ {

namespace {

using network::Node;
using network::Period;
using network::Value;

class DotWriter {
 public:
  DotWriter(const network::GraphHead& graph, const ByteSink& sink) : graph_(graph), out_(sink) {}

  WriteReport write(network::EdgeStream& edges) {
    check_unique_ids(graph_.nodes);
    const bool directed = graph_.direction == network::Direction::directed;
    out_ << (directed ? "digraph " : "graph ");
    quoted(graph_.title);
    out_ << " {\n  graph [charset=\"UTF-8\"";
    for (const auto& [attribute, value] : graph_.figures) this->attribute(attribute.name, value);
    out_ << "];\n";
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    while (const network::EdgeView* edge = edges.next())
      this->edge(*edge, edges.schema(), directed ? " -> " : " -- ");
    out_ << "}\n";
    out_.finish();
    report_.nodes = graph_.nodes.size();
    return report_;
  }

 private:
  void node(Node n) {
    const network::NodeName& name = graph_.nodes[n];
    out_ << "  \"" << name.id << "\" [label=";
    quoted(name.label);
    if (!name.iri.empty()) attribute("iri", Value(std::string_view(name.iri)));
    period(name.period);
    for (const network::Column& column : graph_.nodes.columns())
      attribute(column.attribute().name, column[n]);
    out_ << "];\n";
  }

  void edge(const network::EdgeView& edge, const network::EdgeSchema& schema,
            std::string_view arrow) {
    check_ends(edge, graph_.nodes);
    ++report_.edges;
    out_ << "  \"" << graph_.nodes[edge.source].id << '"' << arrow << '"'
         << graph_.nodes[edge.target].id << "\" [";
    attribute("weight", Value(edge.weight));
    if (!edge.kind.empty()) attribute("interaction", Value(edge.kind));
    period(edge.period);
    for (std::size_t a = 0; a < schema.attributes.size(); ++a)
      attribute(schema.attributes[a].name, edge.values[a]);
    out_ << "];\n";
  }

  void period(const Period& period) {
    if (period.first != Period::beginning)
      out_ << " start=\"" << network::iso_date(period.first) << '"';
    if (period.last != Period::end_of_time)
      out_ << " end=\"" << network::iso_date(period.last) << '"';
  }

  void attribute(std::string_view name, const Value& value) {
    if (!network::has_value(value) || !check_number(value, report_)) return;
    out_ << ' ';
    quoted(name);
    out_ << '=';
    if (const auto* text = std::get_if<std::string_view>(&value)) return quoted(*text);
    out_ << '"';
    append_scalar(out_.buffer(), value);
    out_ << '"';
  }

  void quoted(std::string_view text) {
    report_.replaced_characters += append_dot_quoted(out_.buffer(), text);
  }

  const network::GraphHead& graph_;
  TextOutput out_;
  WriteReport report_;
};

} // namespace

std::uint64_t append_dot_quoted(std::string& out, std::string_view text) {
  std::uint64_t replaced = 0;
  std::string storage;
  out += '"';
  for (const char c : well_formed(text, storage, replaced)) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t') {
      out += "\xEF\xBF\xBD";
      ++replaced;
    } else {
      out += c;
    }
  }
  out += '"';
  return replaced;
}

WriteReport write_dot(const network::GraphHead& graph, network::EdgeStream& edges,
                      const ByteSink& sink) {
  return DotWriter(graph, sink).write(edges);
}

} // namespace tela::export_
