#include "export/picture.h"

#include "base/error.h"
#include "base/utf8.h"
#include "export/graphviz.h"
#include "export/label_placement.h"
#include "export/layout.h"
#include "export/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tela::export_ {

namespace {

using network::Node;

constexpr std::array format_names{"svg", "png", "pdf"}; // as Graphviz calls them

// Kinds of edges, in the order they come: pale, so that labels stay readable above them.
constexpr std::array edge_colours{"#6f7f8f", "#c08040", "#5f9f7f", "#a06fa0", "#4f8fbf"};

// Text for a label: Graphviz reads backslashes and entities in it.
std::string label_text(std::string_view text) {
  std::string storage;
  std::uint64_t replaced = 0;
  std::string result;
  const std::string_view sound = well_formed(text, storage, replaced);
  for (std::size_t at = 0; at < sound.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(sound, at);
    if (c == '\\') result += '\\';
    if (c == '&')
      result += "&amp;";
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
      result += ' ';
    else if (c == 0xFFFE || c == 0xFFFF) // XML, and so SVG, has no such characters
      result += "\xEF\xBF\xBD";
    else
      result += sound.substr(start, at - start);
  }
  return result;
}

// Lines as Graphviz wants them: each ended by `justified`, or parted by "\n" where it is empty.
std::string lines_text(std::string_view lines, std::string_view justified) {
  std::string result;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    result += label_text(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (!justified.empty() || !lines.empty()) result += justified.empty() ? "\\n" : justified;
  }
  return result;
}

class Painter {
 public:
  Painter(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks)
      : graph_(graph), edges_(edges), looks_(looks),
        drawn_(graphviz::make_graph(
            graph.direction == network::Direction::directed ? Agdirected : Agundirected)) {
    about_one_ = std::any_of(looks_.nodes.begin(), looks_.nodes.end(),
                             [](const NodeStyle& style) { return style.central; });
    if (edges_.size() > 0) weights_ = {edges_[0].weight, edges_[0].weight};
    for (std::size_t e = 0; e < edges_.size(); ++e)
      weights_ = {std::min(weights_.first, edges_[e].weight),
                  std::max(weights_.second, edges_[e].weight)};
  }

  void paint(PictureFormat format, const ByteSink& sink) {
    page(format);
    frame();
    for (Node n = 0; n < graph_.nodes.size(); ++n) node(n);
    for (Node n = 0; n < graph_.nodes.size(); ++n) label(n); // above every circle
    for (std::size_t e = 0; e < edges_.size(); ++e) edge(e);
    legend();
    caption();
    const graphviz::Layout layout(graphviz::shared_context(), drawn_.get(), "nop");
    char* data = nullptr;
    unsigned length = 0;
    const char* const name = format_names[static_cast<std::size_t>(format)];
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
  void page(PictureFormat format) {
    Agraph_t* page = drawn_.get();
    // Graphviz scales what is in an SVG by this, but not its viewBox.
    if (format == PictureFormat::png) graphviz::set(page, "dpi", "96");
    const std::array<std::pair<const char*, std::string>, 11> attributes{{
        {"charset", "UTF-8"},
        {"bgcolor", "white"},
        {"outputorder", "edgesfirst"},
        {"splines", "line"},
        {"pad", decimal_inches(picture_margin)},
        {"margin", "0"}, // of PDF's page
        {"fontname", font},
        {"fontsize", hundredths(title_size)},
        {"fontcolor", "#222222"},
        {"labelloc", "t"},
        {"label", lines_text(title(), "")},
    }};
    for (const auto& [name, value] : attributes) graphviz::set(page, name, value);
  }

  [[nodiscard]] std::string title() const {
    const std::string text = sentence(looks_.title.empty() ? graph_.title : looks_.title);
    return looks_.width > 0 ? wrapped(text, letters_in(inner_width(), title_size)) : text;
  }

  // Two points that nobody sees hold the picture at the width that is asked for.
  void frame() {
    if (looks_.width <= 0 || looks_.nodes.empty()) return;
    const Box box = picture_box(looks_.nodes);
    frame_left_ = (box.left + box.right - inner_width()) / 2;
    for (const double x :
         {frame_left_ + frame_point / 2, frame_left_ + inner_width() - frame_point / 2})
      circle(place(content_name(), x, looks_.nodes[0].y), frame_point, {0xFF, 0xFF, 0xFF});
  }
  [[nodiscard]] double inner_width() const { return looks_.width - 2 * picture_margin; }
  static std::size_t letters_in(double points, double size) {
    return static_cast<std::size_t>(std::max(points / (letter_width * size), 8.0));
  }

  Agnode_t* place(const std::string& name, double x, double y) {
    Agnode_t* node = graphviz::add_node(drawn_.get(), name);
    graphviz::set(node, "pos", hundredths(x) + "," + hundredths(y) + "!");
    graphviz::set(node, "fontname", font);
    graphviz::set(node, "fontcolor", "#1a1a1a");
    graphviz::set(node, "fontsize", hundredths(label_size));
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

  // Text in a box of its own, its lines parted by '\n'; `justified` is "\l" for text that starts at
  // the left end.
  Agnode_t* text(const std::string& name, double x, double y, LabelSize size,
                 std::string_view content, std::string_view justified) {
    Agnode_t* node = place(name, x, y);
    // A pale ground under the text: edges that pass below do not cross it.
    graphviz::set(node, "shape", "box");
    graphviz::set(node, "style", "filled");
    graphviz::set(node, "fillcolor", "#ffffffb0");
    graphviz::set(node, "penwidth", "0");
    graphviz::set(node, "fixedsize", "shape"); // the text may be a little wider than guessed
    graphviz::set(node, "margin", "0");
    graphviz::set(node, "width", decimal_inches(size.width));
    graphviz::set(node, "height", decimal_inches(size.height));
    graphviz::set(node, "label", lines_text(content, justified));
    return node;
  }

  void node(Node n) {
    const NodeStyle& style = looks_.nodes[n];
    const std::string& id = graph_.nodes[n].id;
    Agnode_t* drawn = place(id, style.x, style.y);
    circle(drawn, style.diameter, style.fill);
    if (style.central) {
      graphviz::set(drawn, "color", "#1a1a1a");
      graphviz::set(drawn, "penwidth", "2.5");
    }
    graphviz::set(drawn, "tooltip", label_text(graph_.nodes[n].label));
    nodes_.push_back(drawn);
  }

  void label(Node n) {
    const NodeStyle& style = looks_.nodes[n];
    if (style.label.empty()) return;
    const Box box = label_box(style);
    Agnode_t* label =
        text("label " + graph_.nodes[n].id, (box.left + box.right) / 2, (box.bottom + box.top) / 2,
             {box.width(), box.height()}, style.label, "");
    if (style.central) graphviz::set(label, "fontname", bold_font);
  }

  void edge(std::size_t e) {
    const network::EdgeTable::Ends& ends = edges_[e];
    if (ends.source == ends.target) return;
    Agedge_t* drawn = graphviz::add_edge(drawn_.get(), nodes_[ends.source], nodes_[ends.target]);
    stroke(drawn, ends.weight, kind(e), prominence(ends));
    graphviz::set(drawn, "tooltip",
                  label_text(word(edges_.kind(e))) + " " + hundredths(ends.weight));
  }

  // The heavier, the thicker and the darker: weak ties stay in the background.
  void stroke(Agedge_t* line, double weight, std::size_t kind, double prominence) {
    const double strength = strength_of(weight);
    graphviz::set(line, "penwidth", hundredths(0.4 + 5.1 * strength));
    const auto opacity = static_cast<unsigned>(prominence * (0x38 + 0x88 * strength));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string colour = edge_colours[kind % edge_colours.size()];
    (colour += digits[opacity >> 4U]) += digits[opacity & 15U];
    graphviz::set(line, "color", colour);
  }

  // Where all are equal, none is heavy.
  [[nodiscard]] double strength_of(double weight) const {
    constexpr double thin = 0.15;
    if (lightest() == heaviest()) return thin;
    return heaviest() > 0 ? std::max(0.0, weight / heaviest()) : 0;
  }

  // In a picture about one node, lines that pass behind it must not look like its own.
  [[nodiscard]] double prominence(const network::EdgeTable::Ends& ends) const {
    if (!about_one_) return 1;
    return looks_.nodes[ends.source].central || looks_.nodes[ends.target].central ? 1.3 : 0.45;
  }

  [[nodiscard]] std::size_t kind(std::size_t e) const {
    const auto& kinds = edges_.kinds();
    return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), edges_.kind(e)) -
                                    kinds.begin());
  }

  [[nodiscard]] double lightest() const noexcept { return weights_.first; }
  [[nodiscard]] double heaviest() const noexcept { return weights_.second; }

  // Below the picture, one line an entry: what sizes and colours of nodes and edges mean.
  void legend() {
    if (looks_.nodes.empty()) return;
    legend_left_ = looks_.nodes[0].x;
    for (const NodeStyle& style : looks_.nodes) {
      legend_left_ = std::min(legend_left_, style.x - style.diameter / 2);
    }
    legend_y_ = picture_box(looks_.nodes).bottom - 3 * label_size + label_gap;
    if (looks_.width > 0) legend_left_ = frame_left_ + 8;
    const std::string colours =
        looks_.legend_title.empty() ? "" : word("colour") + ": " + word(looks_.legend_title) + "; ";
    legend_line(sentence(colours + word("larger circle: stronger ties in all")), legend_left_ - 6);
    for (const auto& [content, colour] : looks_.legend) {
      circle(place(content_name(), legend_left_, legend_y_), label_size, colour);
      legend_line(word(content), legend_left_ + 14);
    }
    const bool several = edges_.kinds().size() > 1;
    for (std::size_t k = 0; several && k < edges_.kinds().size(); ++k)
      legend_sample(word(edges_.kinds()[k]), heaviest() / 2, k);
    if (edges_.size() == 0) return;
    const std::string weight = word("weight") + " ";
    if (lightest() < heaviest()) legend_sample(weight + hundredths(lightest()), lightest(), 0);
    legend_sample(weight + hundredths(heaviest()), heaviest(), 0);
  }

  // The last line, below the legend.
  void caption() {
    if (!looks_.caption.empty()) legend_line(looks_.caption, legend_left_ - 6);
  }

  [[nodiscard]] std::string word(std::string_view english) const {
    return looks_.in_language ? looks_.in_language(english) : std::string(english);
  }

  // A stroke of that weight and kind beside its meaning.
  void legend_sample(std::string_view content, double weight, std::size_t kind) {
    Agnode_t* from = place(content_name(), legend_left_ - 6, legend_y_);
    Agnode_t* to = place(content_name(), legend_left_ + 10, legend_y_);
    for (Agnode_t* end : {from, to}) circle(end, 0.1, {0xFF, 0xFF, 0xFF});
    stroke(graphviz::add_edge(drawn_.get(), from, to), weight, kind, 1);
    legend_line(content, legend_left_ + 14);
  }

  // Text that starts at `x`, on several lines where the picture is narrow; the next entry comes
  // below.
  void legend_line(std::string_view content, double x) {
    const double room = looks_.width > 0 ? frame_left_ + inner_width() - x : legend_width;
    const std::string lines = wrapped(content, letters_in(room, label_size));
    LabelSize size = size_of_lines(lines);
    size.width = room;
    legend_y_ -= (size.height - size_of_lines("x").height) / 2;
    text(content_name(), x + room / 2, legend_y_, size, lines, "\\l");
    legend_y_ -= size.height / 2 + 1.1 * label_size;
  }

  // Names of nodes that are no nodes of the graph, whose ids have no spaces.
  std::string content_name() { return "legend " + std::to_string(legend_names_++); }

  static std::string decimal_inches(double points) { return hundredths(points / 72); }

  static constexpr double legend_width = 420; // points, where no width is asked for
  static constexpr double title_size = 16;
  static constexpr double frame_point = 0.1;
  static constexpr const char* font = "DejaVu Sans,Helvetica,Arial";
  static constexpr const char* bold_font = "Helvetica-Bold";

  const network::GraphHead& graph_;
  const network::EdgeTable& edges_;
  const Appearance& looks_;
  graphviz::Graph drawn_; // closed before the context is freed
  std::vector<Agnode_t*> nodes_;
  std::pair<double, double> weights_{0, 0}; // the least and the greatest
  bool about_one_ = false;                  // some node is central
  double frame_left_ = 0;                   // of what a width that is asked for leaves
  double legend_left_ = 0, legend_y_ = 0;
  int legend_names_ = 0;
};

} // namespace

void draw(const network::GraphHead& graph, const network::EdgeTable& edges, const Appearance& looks,
          PictureFormat format, const ByteSink& sink) {
  Painter(graph, edges, looks).paint(format, sink);
}

} // namespace tela::export_
