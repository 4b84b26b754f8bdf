#include "export/gexf.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

namespace tela::export_ {

namespace {

using network::EdgeView;
using network::Node;
using network::Period;
using network::Value;
using network::ValueType;

class GexfWriter {
 public:
  GexfWriter(const network::GraphHead& graph, const ByteSink& sink, const Appearance* appearance)
      : graph_(graph), appearance_(appearance), out_(sink) {}

  WriteReport write(network::EdgeStream& edges) {
    check_unique_ids(graph_.nodes);
    head(edges.schema());
    out_ << "    <nodes>\n";
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    out_ << "    </nodes>\n    <edges>\n";
    while (const EdgeView* edge = edges.next()) this->edge(*edge);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    out_.finish();
    report_.nodes = graph_.nodes.size();
    return report_;
  }

 private:
  void head(const network::EdgeSchema& edges) {
    const bool dynamic = graph_.nodes.dated() || edges.dated;
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
            " version=\"1.3\">\n"
            "  <meta>\n    <creator>Tela</creator>\n    <title>";
    escaped(graph_.title);
    out_ << "</title>\n    <description>";
    for (const auto& [attribute, value] : graph_.figures) {
      escaped(attribute.name);
      out_ << ' ';
      append_scalar(out_.buffer(), value);
      out_ << "; ";
    }
    out_ << "</description>\n  </meta>\n  <graph defaultedgetype=\""
         << (graph_.direction == network::Direction::directed ? "directed" : "undirected")
         << "\" mode=\"" << (dynamic ? "dynamic\" timeformat=\"date" : "static") << "\">\n";
    node_attributes();
    edge_attributes(edges);
  }

  void node_attributes() {
    out_ << "    <attributes class=\"node\">\n";
    declare(0, {"iri", ValueType::text});
    std::uint32_t id = 1;
    for (const network::Column& column : graph_.nodes.columns()) declare(id++, column.attribute());
    out_ << "    </attributes>\n";
  }

  void edge_attributes(const network::EdgeSchema& edges) {
    if (edges.attributes.empty()) return;
    out_ << "    <attributes class=\"edge\">\n";
    std::uint32_t id = 0;
    for (const network::Attribute& attribute : edges.attributes) declare(id++, attribute);
    out_ << "    </attributes>\n";
  }

  void declare(std::uint32_t id, const network::Attribute& attribute) {
    out_ << "      <attribute id=\"" << id << "\" title=\"";
    escaped(attribute.name);
    out_ << "\" type=\"" << type_name(attribute.type) << "\"/>\n";
  }

  void node(Node n) {
    const network::NodeName& name = graph_.nodes[n];
    out_ << "      <node id=\"" << name.id << "\" label=\"";
    escaped(name.label);
    out_ << '"';
    period(name.period);
    out_ << "><attvalues>";
    if (!name.iri.empty()) value(0, Value(std::string_view(name.iri)));
    std::uint32_t id = 1;
    for (const network::Column& column : graph_.nodes.columns()) value(id++, column[n]);
    out_ << "</attvalues>";
    if (appearance_ != nullptr) looks(appearance_->nodes[n]);
    out_ << "</node>\n";
  }

  void looks(const NodeStyle& style) {
    out_ << "<viz:color r=\"" << std::uint32_t{style.fill.red} << "\" g=\""
         << std::uint32_t{style.fill.green} << "\" b=\"" << std::uint32_t{style.fill.blue}
         << "\"/><viz:position x=\"" << style.x << "\" y=\"" << style.y
         << "\" z=\"0\"/><viz:size value=\"" << style.diameter << "\"/>";
  }

  void edge(const EdgeView& edge) {
    check_ends(edge, graph_.nodes);
    out_ << "      <edge id=\"e" << report_.edges++ << "\" source=\""
         << graph_.nodes[edge.source].id << "\" target=\"" << graph_.nodes[edge.target].id << '"';
    if (check_number(Value(edge.weight), report_)) out_ << " weight=\"" << edge.weight << '"';
    if (!edge.kind.empty()) {
      for (const std::string_view name : {" kind=\"", " label=\""}) {
        out_ << name;
        escaped(edge.kind);
        out_ << '"';
      }
    }
    period(edge.period);
    if (edge.values.empty()) {
      out_ << "/>\n";
      return;
    }
    out_ << "><attvalues>";
    std::uint32_t id = 0;
    for (const Value& cell : edge.values) value(id++, cell);
    out_ << "</attvalues></edge>\n";
  }

  void period(const Period& period) {
    if (period.first != Period::beginning)
      out_ << " start=\"" << network::iso_date(period.first) << '"';
    if (period.last == Period::end_of_time) return;
    const network::Day end = period.first == period.last ? period.last + 1 : period.last;
    out_ << " end=\"" << network::iso_date(end) << '"';
  }

  void value(std::uint32_t id, const Value& value) {
    if (!network::has_value(value) || !check_number(value, report_)) return;
    out_ << "<attvalue for=\"" << id << "\" value=\"";
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      escaped(*text);
    } else {
      append_scalar(out_.buffer(), value);
    }
    out_ << "\"/>";
  }

  void escaped(std::string_view text) {
    report_.replaced_characters += append_xml(out_.buffer(), text);
  }

  const network::GraphHead& graph_;
  const Appearance* appearance_;
  TextOutput out_;
  WriteReport report_;
};

} // namespace

WriteReport write_gexf(const network::GraphHead& graph, network::EdgeStream& edges,
                       const ByteSink& sink, const Appearance* appearance) {
  return GexfWriter(graph, sink, appearance).write(edges);
}

} // namespace tela::export_
