#include "export/graphml.h"

#include "export/graph_checks.h"
#include "export/neo4j_names.h"
#include "export/value_text.h"
#include "export/yed_graphics.h"

#include <string>

namespace tela::export_ {

namespace {

using network::Attribute;
using network::EdgeView;
using network::Node;
using network::Period;
using network::Value;
using network::ValueType;

class GraphmlWriter {
 public:
  GraphmlWriter(const network::GraphHead& graph, const ByteSink& sink,
                const GraphmlOptions& options)
      : graph_(graph), options_(options), out_(sink) {}

  WriteReport write(network::EdgeStream& edges) {
    check_unique_ids(graph_.nodes);
    head(edges.schema());
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    while (const EdgeView* edge = edges.next()) this->edge(*edge, edges.schema());
    out_ << "  </graph>\n</graphml>\n";
    out_.finish();
    report_.nodes = graph_.nodes.size();
    return report_;
  }

 private:
  [[nodiscard]] bool yed() const { return options_.graphics == GraphmlGraphics::yed; }
  [[nodiscard]] bool neo4j() const { return options_.labels == ElementLabels::neo4j; }
  [[nodiscard]] bool columns() const { return options_.graphics == GraphmlGraphics::columns; }

  void head(const network::EdgeSchema& edges) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    if (yed()) out_ << yed_namespaces;
    out_ << " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
         << (yed() ? " http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
                   : " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
         << "\">\n";
    graph_keys();
    node_keys();
    edge_keys(edges);
    out_ << "  <graph id=\"G\" edgedefault=\""
         << (graph_.direction == network::Direction::directed ? "directed" : "undirected")
         << "\">\n";
    if (options_.graph_data == GraphData::written) graph_data();
    out_ << '\n';
  }

  void graph_data() {
    if (!graph_.title.empty()) text("title", graph_.title);
    for (std::size_t f = 0; f < graph_.figures.size(); ++f)
      data("g" + std::to_string(f), graph_.figures[f].value);
  }

  void graph_keys() {
    if (options_.graph_data == GraphData::left_out) {
      for (const network::Figure& figure : graph_.figures)
        report_.left_out_attributes.push_back(figure.attribute.name);
      return;
    }
    if (!graph_.title.empty()) key("title", "graph", {"title", ValueType::text});
    for (std::size_t f = 0; f < graph_.figures.size(); ++f)
      key("g" + std::to_string(f), "graph", graph_.figures[f].attribute);
  }

  void node_keys() {
    key("label", "node", {"label", ValueType::text});
    key("name", "node", {"name", ValueType::text});
    key("iri", "node", {"iri", ValueType::text});
    if (graph_.nodes.dated()) {
      key("start", "node", {"start", ValueType::text});
      key("end", "node", {"end", ValueType::text});
    }
    const auto& attributes = graph_.nodes.columns();
    for (std::size_t c = 0; c < attributes.size(); ++c) {
      node_key_.push_back("n" + std::to_string(c));
      key(node_key_[c], "node", attributes[c].attribute());
    }
    if (columns()) {
      for (const std::string_view name : {"x", "y", "size"})
        key(name, "node", {std::string(name), ValueType::real});
      for (const std::string_view name : {"r", "g", "b"})
        key(name, "node", {std::string(name), ValueType::integer});
    }
    if (neo4j()) key("labels", "node", {"labels", ValueType::text});
    if (yed()) out_ << yed_keys;
  }

  void edge_keys(const network::EdgeSchema& edges) {
    key("weight", "edge", {"weight", ValueType::real});
    key("edgelabel", "edge", {"label", ValueType::text});
    key("interaction", "edge", {"interaction", ValueType::text});
    if (edges.dated) {
      key("edgestart", "edge", {"start", ValueType::text});
      key("edgeend", "edge", {"end", ValueType::text});
    }
    for (std::size_t a = 0; a < edges.attributes.size(); ++a) {
      edge_key_.push_back("a" + std::to_string(a));
      key(edge_key_[a], "edge", edges.attributes[a]);
    }
  }

  void key(std::string_view id, std::string_view owner, const Attribute& attribute) {
    out_ << "  <key id=\"" << id << "\" for=\"" << owner << "\" attr.name=\"";
    escaped(attribute.name);
    out_ << "\" attr.type=\"" << type_name(attribute.type) << "\"/>\n";
  }

  void node(Node n) {
    const network::NodeName& name = graph_.nodes[n];
    out_ << "    <node id=\"" << name.id << '"';
    if (neo4j()) out_ << " labels=\":" << neo4j_label(name.id) << '"';
    out_ << '>';
    if (neo4j()) text("labels", ":" + neo4j_label(name.id));
    label_.clear();
    report_.replaced_characters += append_xml(label_, name.label);
    out_ << "<data key=\"label\">" << label_ << "</data><data key=\"name\">"
         << (options_.name == NameColumn::id ? name.id : label_) << "</data>";
    if (!name.iri.empty()) text("iri", name.iri);
    period(name.period, "start", "end");
    for (std::size_t c = 0; c < node_key_.size(); ++c)
      data(node_key_[c], graph_.nodes.columns()[c][n]);
    if (columns()) looks(options_.appearance->nodes[n]);
    if (yed())
      report_.replaced_characters +=
          append_yed_node(out_.buffer(), name.label, options_.appearance->nodes[n]);
    out_ << "</node>\n";
  }

  void looks(const NodeStyle& style) {
    data("x", Value(style.x));
    data("y", Value(style.y));
    data("size", Value(style.diameter));
    data("r", Value(std::int64_t{style.fill.red}));
    data("g", Value(std::int64_t{style.fill.green}));
    data("b", Value(std::int64_t{style.fill.blue}));
  }

  void edge(const EdgeView& edge, const network::EdgeSchema& schema) {
    check_ends(edge, graph_.nodes);
    out_ << "    <edge id=\"e" << report_.edges++ << "\" source=\"" << graph_.nodes[edge.source].id
         << "\" target=\"" << graph_.nodes[edge.target].id << '"';
    if (neo4j()) {
      out_ << " label=\"";
      escaped(neo4j_type(edge.kind));
      out_ << '"';
    }
    out_ << '>';
    data("weight", Value(edge.weight));
    if (columns())
      report_.rounded_weights +=
          static_cast<double>(static_cast<float>(edge.weight)) != edge.weight;
    kind(edge.kind);
    if (schema.dated) period(edge.period, "edgestart", "edgeend");
    for (std::size_t a = 0; a < edge_key_.size(); ++a) data(edge_key_[a], edge.values[a]);
    if (yed()) append_yed_edge(out_.buffer(), edge.weight, graph_.direction);
    out_ << "</edge>\n";
  }

  void kind(std::string_view kind) {
    if (neo4j()) text("edgelabel", neo4j_type(kind));
    if (kind.empty()) return;
    if (!neo4j()) text("edgelabel", kind);
    text("interaction", kind);
  }

  void period(const Period& period, std::string_view start, std::string_view end) {
    if (period.first != Period::beginning) text(start, network::iso_date(period.first));
    if (period.last != Period::end_of_time) text(end, network::iso_date(period.last));
  }

  void text(std::string_view key, std::string_view content) {
    out_ << "<data key=\"" << key << "\">";
    escaped(content);
    out_ << "</data>";
  }

  void data(std::string_view key, const Value& value) {
    if (!network::has_value(value)) return;
    if (const auto* text = std::get_if<std::string_view>(&value)) return this->text(key, *text);
    if (!check_number(value, report_)) return;
    out_ << "<data key=\"" << key << "\">";
    const auto* truth = std::get_if<bool>(&value);
    if (truth != nullptr && options_.booleans == BooleanText::digits)
      out_ << (*truth ? "1" : "0");
    else
      append_scalar(out_.buffer(), value);
    out_ << "</data>";
  }

  void escaped(std::string_view text) {
    report_.replaced_characters += append_xml(out_.buffer(), text);
  }

  const network::GraphHead& graph_;
  const GraphmlOptions& options_;
  TextOutput out_;
  WriteReport report_;
  std::string label_; // escaped, of the node at hand
  std::vector<std::string> node_key_;
  std::vector<std::string> edge_key_;
};

} // namespace

WriteReport write_graphml(const network::GraphHead& graph, network::EdgeStream& edges,
                          const ByteSink& sink, const GraphmlOptions& options) {
  return GraphmlWriter(graph, sink, options).write(edges);
}

} // namespace tela::export_
