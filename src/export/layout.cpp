#include "export/layout.h"

#include "base/error.h"
#include "export/graphviz.h"
#include "export/label_placement.h"
#include "export/node_strengths.h"
#include "export/text_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <span>

namespace tela::export_ {

namespace {

using network::Node;

constexpr double points_per_inch = 72;

// Colours that people with colour-blindness can tell apart, on white and in print.
constexpr std::array palette{Colour{0x33, 0x77, 0xBB}, Colour{0xEE, 0x77, 0x33},
                             Colour{0x22, 0x99, 0x66}, Colour{0xCC, 0x44, 0x77},
                             Colour{0xDD, 0xAA, 0x33}, Colour{0x77, 0x55, 0xAA},
                             Colour{0x44, 0xAA, 0xBB}, Colour{0x99, 0x66, 0x44},
                             Colour{0x66, 0x88, 0x22}, Colour{0x55, 0x55, 0x66}};

std::string in_inches(double points) {
  std::string text;
  append_number(text, std::round(points / points_per_inch * 1000) / 1000);
  return text;
}

std::map<std::string, std::size_t> values_of(const network::Column* column) {
  std::map<std::string, std::size_t> counts;
  if (column == nullptr) return counts;
  for (std::size_t n = 0; n < column->size(); ++n)
    if (const auto value = (*column)[n]; network::has_value(value))
      if (const auto* text = std::get_if<std::string_view>(&value)) ++counts[std::string(*text)];
  return counts;
}

// Colours the nodes by the first attribute that tells them apart with few enough values.
void colour(const network::GraphHead& graph, const LayoutOptions& options, Appearance& looks) {
  for (const std::string& name : options.colour_by) {
    const network::Column* column = graph.nodes.column(name);
    const auto counts = values_of(column);
    const bool tells_apart = counts.size() > 1 || (counts.size() == 1 && name != "type");
    if (!tells_apart || counts.size() > palette.size()) continue;
    // The commonest value gets the first colour.
    std::vector<std::pair<std::string, std::size_t>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& x, const auto& y) { return x.second > y.second; });
    std::map<std::string, Colour, std::less<>> colours;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      colours[ranked[i].first] = palette[i];
      looks.legend.push_back({ranked[i].first, palette[i]});
    }
    for (Node n = 0; n < graph.nodes.size(); ++n)
      if (const auto value = (*column)[n]; network::has_value(value))
        looks.nodes[n].fill = colours.find(std::get<std::string_view>(value))->second;
    looks.legend_title = name;
    return;
  }
}

void size(const std::vector<double>& strengths, Appearance& looks) {
  const double most = *std::max_element(strengths.begin(), strengths.end());
  for (std::size_t n = 0; n < strengths.size(); ++n)
    looks.nodes[n].diameter = 12 + 36 * std::sqrt(most > 0 ? strengths[n] / most : 0);
}

class Layouter {
 public:
  Layouter(const network::GraphHead& graph, const network::EdgeTable& edges, Appearance& looks)
      : graph_(graph), edges_(edges), looks_(looks), drawn_(graphviz::make_graph(Agundirected)) {}

  void run(LayoutStyle style, Node centre) {
    graphviz::set(drawn_.get(), "overlap", "prism");
    graphviz::set(drawn_.get(), "sep", "+6");
    graphviz::set(drawn_.get(), "splines", "false");
    graphviz::set(drawn_.get(), "start", "1"); // the seed
    add_nodes();
    add_edges();
    if (style == LayoutStyle::radial) graphviz::set(drawn_.get(), "root", graph_.nodes[centre].id);
    const graphviz::Layout layout(graphviz::shared_context(), drawn_.get(),
                                  style == LayoutStyle::radial ? "twopi" : "neato");
    if (!layout.ok())
      throw base::Error(base::Failure::input, "Graphviz could not lay out this graph",
                        "install Graphviz with its layout plugins");
    take_places();
  }

 private:
  // Each as large as its circle with the label below.
  void add_nodes() {
    for (Node n = 0; n < graph_.nodes.size(); ++n) {
      Agnode_t* node = graphviz::add_node(drawn_.get(), graph_.nodes[n].id);
      nodes_.push_back(node);
      const double diameter = looks_.nodes[n].diameter;
      const LabelSize label = size_of_lines(looks_.nodes[n].label);
      graphviz::set(node, "shape", "box");
      graphviz::set(node, "fixedsize", "true");
      graphviz::set(node, "label", "");
      graphviz::set(node, "width", in_inches(std::max(diameter, label.width)));
      graphviz::set(node, "height", in_inches(diameter + label.height + label_gap));
    }
  }

  // Parallel edges as one; the stronger, the shorter.
  void add_edges() {
    std::map<std::pair<Node, Node>, double> weights;
    for (std::size_t e = 0; e < edges_.size(); ++e)
      weights[std::minmax({edges_[e].source, edges_[e].target})] += edges_[e].weight;
    double most = 0;
    for (const auto& [ends, weight] : weights) most = std::max(most, weight);
    const double unit = 1.2 + std::sqrt(static_cast<double>(nodes_.size())) * 0.12;
    for (const auto& [ends, weight] : weights) {
      if (ends.first == ends.second) continue;
      Agedge_t* edge = graphviz::add_edge(drawn_.get(), nodes_[ends.first], nodes_[ends.second]);
      const double strength = most > 0 ? weight / most : 0;
      graphviz::set(edge, "len", in_inches(points_per_inch * unit * (1.6 - std::sqrt(strength))));
    }
  }

  // Rounded: the last digits of Graphviz's sums are not the same in every run.
  void take_places() {
    const auto tenths = [](double points) { return std::round(points * 10) / 10; };
    for (Node n = 0; n < nodes_.size(); ++n) {
      const pointf place = ND_coord(nodes_[n]);
      looks_.nodes[n].x = tenths(place.x);
      // The circle stands above its label in the box.
      looks_.nodes[n].y =
          tenths(place.y + (size_of_lines(looks_.nodes[n].label).height + label_gap) / 2);
    }
  }

  const network::GraphHead& graph_;
  const network::EdgeTable& edges_;
  Appearance& looks_;
  graphviz::Graph drawn_; // closed before the context is freed
  std::vector<Agnode_t*> nodes_;
};

// Its attribute "code", else its id.
std::string code_of(const network::GraphHead& graph, Node node) {
  const network::Column* codes = graph.nodes.column("code");
  if (codes == nullptr) return graph.nodes[node].id;
  const network::Value value = (*codes)[node];
  const auto* text = std::get_if<std::string_view>(&value);
  return text == nullptr || text->empty() ? graph.nodes[node].id : std::string(*text);
}

// The nodes, the strongest first.
std::vector<std::size_t> by_strength(const std::vector<double>& strength) {
  std::vector<std::size_t> order(strength.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t n) { return strength[n]; });
  return order;
}

// The label of each node, of the strongest and the central one alone where not all have one.
void label(const network::GraphHead& graph, std::span<const std::size_t> order,
           const LayoutOptions& options, Appearance& looks) {
  if (options.labelling == Labelling::none) return;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto node = static_cast<Node>(order[rank]);
    const network::NodeName& name = graph.nodes[node];
    if (rank < options.labels || name.id == options.centre)
      looks.nodes[node].label =
          label_lines(options.labelling == Labelling::code ? code_of(graph, node) : name.label);
  }
}

// How much smaller circles get where places are scaled: they stay a third at least.
double circle_scale(double scale) {
  return std::clamp(1.25 * scale, 0.35, 1.0);
}

double drawn_width(const std::vector<NodeStyle>& nodes, double scale) {
  double left = 0, right = 0;
  for (const NodeStyle& style : nodes) {
    const double diameter = style.diameter * circle_scale(scale);
    const double half = std::max(diameter, size_of_lines(style.label).width) / 2;
    left = std::min(left, style.x * scale - half);
    right = std::max(right, style.x * scale + half);
  }
  return right - left + 2 * picture_margin;
}

// The width is not linear in the scale, since labels keep theirs: it is found by halving.
double scale_for(double width, const std::vector<NodeStyle>& nodes) {
  double low = 0, high = 1;
  while (drawn_width(nodes, high) < width && high < 1024) high *= 2;
  for (int step = 0; step < 40; ++step) {
    const double middle = (low + high) / 2;
    (drawn_width(nodes, middle) < width ? low : high) = middle;
  }
  return low;
}

// A page has room below: a picture that has to get narrower need not get as much lower, but for
// rings, which stay round.
double vertical_scale(double scale, double width, LayoutStyle style,
                      const std::vector<NodeStyle>& nodes) {
  if (style == LayoutStyle::radial || scale >= 1) return scale;
  constexpr double page = 1.2; // height of a page to its width, its text counted off
  const auto [lowest, highest] = std::ranges::minmax(nodes, {}, &NodeStyle::y);
  const double height = highest.y - lowest.y;
  return height > 0 ? std::clamp(page * width / height, scale, 1.0) : scale;
}

void scale_to(double width, LayoutStyle style, std::vector<NodeStyle>& nodes) {
  const double across = scale_for(width, nodes);
  const double down = vertical_scale(across, width, style, nodes);
  const auto tenths = [](double points) { return std::round(points * 10) / 10; };
  for (NodeStyle& node : nodes) {
    node.x = tenths(node.x * across);
    node.y = tenths(node.y * down);
    node.diameter *= circle_scale(across);
  }
}

} // namespace

Appearance lay_out(const network::GraphHead& graph, const network::EdgeTable& edges,
                   const LayoutOptions& options) {
  if (graph.nodes.size() > most_nodes_drawn)
    throw base::Error(base::Failure::usage,
                      "a picture of " + std::to_string(graph.nodes.size()) + " nodes shows nothing",
                      "take --top N, --ego ID or a higher --min-weight");
  Appearance looks;
  looks.nodes.resize(graph.nodes.size());
  if (looks.nodes.empty()) return looks;
  const std::vector<double> strength = node_strengths(graph, edges);
  size(strength, looks);
  colour(graph, options, looks);
  const std::vector<std::size_t> order = by_strength(strength);
  label(graph, order, options, looks);
  auto centre =
      static_cast<Node>(std::max_element(strength.begin(), strength.end()) - strength.begin());
  for (Node n = 0; n < graph.nodes.size(); ++n)
    if (graph.nodes[n].id == options.centre) {
      looks.nodes[n].central = true;
      centre = n;
    }
  Layouter(graph, edges, looks).run(options.style, centre);
  looks.width = options.width;
  if (options.width <= 0) return looks;
  scale_to(options.width, options.style, looks.nodes);
  looks.left_out_labels = place_labels(order, looks.nodes);
  return looks;
}

} // namespace tela::export_
