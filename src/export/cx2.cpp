#include "export/cx2.h"

#include "export/graph_checks.h"
#include "export/value_text.h"

namespace tela::export_ {

namespace {

using network::Attribute;
using network::Node;
using network::Value;
using network::ValueType;

std::string_view cx2_type(ValueType type) {
  return type == ValueType::list ? "list_of_string" : type_name(type);
}

class Cx2Writer {
 public:
  Cx2Writer(const network::GraphHead& graph, const ByteSink& sink, const Appearance* appearance)
      : graph_(graph), appearance_(appearance), out_(sink), json_(out_.buffer()) {}

  WriteReport write(network::EdgeStream& edges) {
    check_unique_ids(graph_.nodes);
    json_.begin_array();
    json_.begin_object().field("CXVersion", "2.0").field("hasFragments", false).end_object();
    meta_data();
    declarations(edges.schema());
    network_attributes();
    aspect("nodes");
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    end_aspect();
    aspect("edges");
    while (const network::EdgeView* edge = edges.next()) this->edge(*edge, edges.schema());
    end_aspect();
    if (appearance_ != nullptr) looks();
    aspect("status");
    json_.begin_object().field("error", "").field("success", true).end_object();
    end_aspect();
    json_.end_array();
    out_ << '\n';
    out_.finish();
    report_.nodes = graph_.nodes.size();
    return report_;
  }

 private:
  void aspect(std::string_view name) { json_.begin_object().key(name).begin_array(); }
  void end_aspect() { json_.end_array().end_object(); }

  void meta_data() {
    aspect("metaData");
    const auto name = [&](std::string_view aspect) {
      json_.begin_object().field("name", aspect).end_object();
    };
    for (const std::string_view always :
         {"attributeDeclarations", "networkAttributes", "nodes", "edges"})
      name(always);
    if (appearance_ != nullptr)
      for (const std::string_view drawn : {"visualProperties", "nodeBypasses"}) name(drawn);
    end_aspect();
  }

  void declare(const Attribute& attribute) {
    json_.key(attribute.name).begin_object().field("d", cx2_type(attribute.type)).end_object();
  }

  void declare_texts(std::initializer_list<const char*> names) {
    for (const char* name : names) declare({name, ValueType::text});
  }

  void declarations(const network::EdgeSchema& edges) {
    aspect("attributeDeclarations");
    json_.begin_object().key("networkAttributes").begin_object();
    declare_texts({"name"});
    for (const network::Figure& figure : graph_.figures) declare(figure.attribute);
    json_.end_object().key("nodes").begin_object();
    declare_texts({"id_token", "name", "iri", "start", "end"});
    for (const network::Column& column : graph_.nodes.columns()) declare(column.attribute());
    json_.end_object().key("edges").begin_object();
    declare({"weight", ValueType::real});
    declare_texts({"interaction", "start", "end"});
    for (const Attribute& attribute : edges.attributes) declare(attribute);
    json_.end_object().end_object();
    end_aspect();
  }

  void network_attributes() {
    aspect("networkAttributes");
    json_.begin_object();
    json_text(json_, "name", graph_.title, report_);
    for (const auto& [attribute, value] : graph_.figures)
      json_field(json_, attribute, value, report_);
    json_.end_object();
    end_aspect();
  }

  void node(Node n) {
    const network::NodeName& name = graph_.nodes[n];
    json_.begin_object().field("id", n);
    if (appearance_ != nullptr)
      json_.field("x", appearance_->nodes[n].x).field("y", -appearance_->nodes[n].y);
    json_.key("v").begin_object().field("id_token", name.id);
    json_text(json_, "name", name.label, report_);
    if (!name.iri.empty()) json_text(json_, "iri", name.iri, report_);
    json_period(json_, name.period);
    for (const network::Column& column : graph_.nodes.columns())
      json_field(json_, column.attribute(), column[n], report_);
    json_.end_object().end_object();
    out_ << '\n';
  }

  // Names as labels; colour and size of each node.
  void looks() {
    aspect("visualProperties");
    json_.begin_object().key("default").begin_object();
    for (const std::string_view part : {"network", "node", "edge"})
      json_.key(part).begin_object().end_object();
    json_.end_object().key("nodeMapping").begin_object().key("NODE_LABEL").begin_object();
    json_.field("type", "PASSTHROUGH").key("definition").begin_object();
    json_.field("attribute", "name").field("type", "string").end_object();
    json_.end_object().end_object();
    json_.key("edgeMapping").begin_object().end_object().end_object();
    end_aspect();
    aspect("nodeBypasses");
    for (Node n = 0; n < graph_.nodes.size(); ++n) {
      const NodeStyle& style = appearance_->nodes[n];
      json_.begin_object().field("id", n).key("v").begin_object();
      json_.field("NODE_BACKGROUND_COLOR", hex(style.fill)).field("NODE_SHAPE", "ellipse");
      json_.field("NODE_WIDTH", style.diameter).field("NODE_HEIGHT", style.diameter);
      json_.end_object().end_object();
      out_ << '\n';
    }
    end_aspect();
  }

  void edge(const network::EdgeView& edge, const network::EdgeSchema& schema) {
    check_ends(edge, graph_.nodes);
    json_.begin_object()
        .field("id", report_.edges++)
        .field("s", edge.source)
        .field("t", edge.target)
        .key("v")
        .begin_object();
    json_field(json_, {"weight", ValueType::real}, Value(edge.weight), report_);
    if (!edge.kind.empty()) json_text(json_, "interaction", edge.kind, report_);
    json_period(json_, edge.period);
    for (std::size_t a = 0; a < schema.attributes.size(); ++a)
      json_field(json_, schema.attributes[a], edge.values[a], report_);
    json_.end_object().end_object();
    out_ << '\n';
  }

  const network::GraphHead& graph_;
  const Appearance* appearance_;
  TextOutput out_;
  base::JsonWriter json_;
  WriteReport report_;
};

} // namespace

WriteReport write_cx2(const network::GraphHead& graph, network::EdgeStream& edges,
                      const ByteSink& sink, const Appearance* appearance) {
  return Cx2Writer(graph, sink, appearance).write(edges);
}

} // namespace tela::export_
