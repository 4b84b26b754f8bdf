#include "export/picture.h"

#include "base/error.h"
#include "export/graphviz.h"
#include "export/layout.h"
#include "export/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tela::export_ {

namespace {

using network::Node;

// Kinds of edges, in the order they come: pale, so that labels stay readable above them.
constexpr std::array edge_colours{"#6f7f8f", "#c08040", "#5f9f7f", "#a06fa0", "#4f8fbf"};

std::string decimal(double number) {
  std::string text;
  append_number(text, std::round(number * 100) / 100);
  return text;
}

// Text for a label: Graphviz reads backslashes and entities in it.
std::string label_text(std::string_view text) {
  std::string storage;
  std::uint64_t replaced = 0;
  std::string result;
  for (const char c : well_formed(text, storage, replaced)) {
    if (c == '\\') result += '\\';
    if (c == '&') {
      result += "&amp;";
    } else {
      result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return result;
}

class Painter {
 public:
  Painter(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks)
      : graph_(graph), edges_(edges), looks_(looks),
        drawn_(graphviz::make_graph(
            graph.direction == network::Direction::directed ? Agdirected : Agundirected)) {}

  void paint(PictureFormat format, const ByteSink& sink) {
    page();
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    for (std::size_t e = 0; e < edges_.size(); ++e) edge(e);
    legend();
    const graphviz::Layout layout(graphviz::shared_context(), drawn_.get(), "nop");
    char* data = nullptr;
    unsigned length = 0;
    const char* const name = format == PictureFormat::png ? "png" : "svg";
    if (!layout.ok() ||
        gvRenderData(graphviz::shared_context(), drawn_.get(), name, &data, &length) != 0 ||
        data == nullptr)
      throw base::Error(base::Failure::input, std::string("Graphviz cannot draw ") + name + " here",
                        "install Graphviz with its rendering plugins");
    const std::string bytes(data, length);
    gvFreeRenderData(data);
    sink(bytes);
  }

 private:
  void page() {
    Agraph_t* page = drawn_.get();
    const std::array<std::pair<const char*, std::string>, 11> attributes{{
        {"charset", "UTF-8"},
        {"bgcolor", "white"},
        {"outputorder", "edgesfirst"},
        {"splines", "line"},
        {"pad", "0.3"},
        {"dpi", "96"},
        {"fontname", font},
        {"fontsize", "16"},
        {"fontcolor", "#222222"},
        {"labelloc", "t"},
        {"label", label_text(graph_.title)},
    }};
    for (const auto& [name, value] : attributes) graphviz::set(page, name, value);
  }

  Agnode_t* place(const std::string& name, double x, double y) {
    Agnode_t* node = graphviz::add_node(drawn_.get(), name);
    graphviz::set(node, "pos", decimal(x) + "," + decimal(y) + "!");
    graphviz::set(node, "fontname", font);
    graphviz::set(node, "fontcolor", "#1a1a1a");
    graphviz::set(node, "fontsize", decimal(label_size));
    return node;
  }

  void circle(Agnode_t* node, double diameter, Colour fill) {
    graphviz::set(node, "shape", "circle");
    graphviz::set(node, "fixedsize", "true");
    graphviz::set(node, "label", "");
    graphviz::set(node, "width", decimal_inches(diameter));
    graphviz::set(node, "style", "filled");
    graphviz::set(node, "fillcolor", hex(fill));
    graphviz::set(node, "color", "white");
    graphviz::set(node, "penwidth", "1.2");
  }

  // Text in a box of its own; `justified` is "\l" for text that starts at the left end.
  void text(const std::string& name, double x, double y, double width, std::string_view content,
            const char* justified) {
    Agnode_t* node = place(name, x, y);
    // A pale ground under the text: edges that pass below do not cross it.
    graphviz::set(node, "shape", "box");
    graphviz::set(node, "style", "filled");
    graphviz::set(node, "fillcolor", "#ffffffb0");
    graphviz::set(node, "penwidth", "0");
    graphviz::set(node, "fixedsize", "shape"); // the text may be a little wider than guessed
    graphviz::set(node, "margin", "0");
    graphviz::set(node, "width", decimal_inches(width));
    graphviz::set(node, "height", decimal_inches(1.15 * label_size));
    graphviz::set(node, "label", label_text(content) + justified);
  }

  void node(Node n) {
    const NodeStyle& style = looks_.nodes[n];
    const std::string& id = graph_.nodes[n].id;
    Agnode_t* drawn = place(id, style.x, style.y);
    circle(drawn, style.diameter, style.fill);
    graphviz::set(drawn, "tooltip", label_text(graph_.nodes[n].label));
    nodes_.push_back(drawn);
    const double below = style.y - style.diameter / 2 - 0.65 * label_size;
    text("label " + id, style.x, below, label_width(graph_.nodes[n].label), graph_.nodes[n].label,
         "");
  }

  void edge(std::size_t e) {
    const network::EdgeTable::Ends& ends = edges_[e];
    if (ends.source == ends.target) return;
    Agedge_t* drawn = graphviz::add_edge(drawn_.get(), nodes_[ends.source], nodes_[ends.target]);
    const double strength = heaviest() > 0 ? std::max(0.0, ends.weight / heaviest()) : 0;
    graphviz::set(drawn, "penwidth", decimal(0.5 + 5 * std::sqrt(strength)));
    const unsigned opacity = 0x38 + static_cast<unsigned>(0x70 * std::sqrt(strength));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string colour = edge_colours[kind(e) % edge_colours.size()];
    (colour += digits[opacity >> 4U]) += digits[opacity & 15U];
    graphviz::set(drawn, "color", colour);
    graphviz::set(drawn, "tooltip", label_text(edges_.kind(e)) + " " + decimal(ends.weight));
  }

  [[nodiscard]] std::size_t kind(std::size_t e) const {
    const auto& kinds = edges_.kinds();
    return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), edges_.kind(e)) -
                                    kinds.begin());
  }

  double heaviest() {
    if (heaviest_ < 0) {
      heaviest_ = 0;
      for (std::size_t e = 0; e < edges_.size(); ++e)
        heaviest_ = std::max(heaviest_, edges_[e].weight);
    }
    return heaviest_;
  }

  // Below the picture, one line an entry: what colours of nodes and edges mean.
  void legend() {
    if (looks_.nodes.empty()) return;
    double left = looks_.nodes[0].x;
    double bottom = looks_.nodes[0].y;
    for (const NodeStyle& style : looks_.nodes) {
      left = std::min(left, style.x - style.diameter / 2);
      bottom = std::min(bottom, style.y - style.diameter / 2);
    }
    double y = bottom - 4 * label_size;
    int number = 0;
    const auto line = [&](std::string_view content, Colour colour, double diameter) {
      const std::string name = "legend " + std::to_string(number++);
      circle(place(name, left, y), diameter, colour);
      text(name + " text", left + 14 + legend_width / 2, y, legend_width, content, "\\l");
      y -= 1.7 * label_size;
    };
    text("legend title", left + legend_width / 2 - 6, y, legend_width,
         "Colour: " + (looks_.legend_title.empty() ? "none" : looks_.legend_title) +
             "; circle: sum of the weights; line: weight",
         "\\l");
    y -= 1.7 * label_size;
    for (const auto& [content, colour] : looks_.legend) line(content, colour, label_size);
    if (edges_.kinds().size() < 2) return;
    for (std::size_t k = 0; k < edges_.kinds().size(); ++k) {
      const std::string name = "legend edge " + std::to_string(k);
      Agnode_t* from = place(name, left - 6, y);
      Agnode_t* to = place(name + " end", left + 8, y);
      for (Agnode_t* end : {from, to}) circle(end, 0.1, {0xFF, 0xFF, 0xFF});
      Agedge_t* sample = graphviz::add_edge(drawn_.get(), from, to);
      graphviz::set(sample, "color", edge_colours[k % edge_colours.size()]);
      graphviz::set(sample, "penwidth", "3");
      text(name + " text", left + 14 + legend_width / 2, y, legend_width, edges_.kinds()[k], "\\l");
      y -= 1.7 * label_size;
    }
  }

  static std::string decimal_inches(double points) { return decimal(points / 72); }

  static constexpr double legend_width = 320; // points
  static constexpr const char* font = "DejaVu Sans,Helvetica,Arial";

  const network::GraphHead& graph_;
  const network::EdgeTable& edges_;
  const Appearance& looks_;
  graphviz::Graph drawn_; // closed before the context is freed
  std::vector<Agnode_t*> nodes_;
  double heaviest_ = -1;
};

} // namespace

void draw(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks,
          PictureFormat format, const ByteSink& sink) {
  Painter(graph, edges, looks).paint(format, sink);
}

} // namespace tela::export_
