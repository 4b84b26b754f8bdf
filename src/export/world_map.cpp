#include "export/world_map.h"

#include "base/error.h"
#include "export/embedded_outline.h"
#include "export/label_lines.h"
#include "export/node_strengths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

namespace tela::export_ {

namespace {

using network::Node;
using nlohmann::json;

constexpr double width = 900;
constexpr double top = 44; // below the title
constexpr std::size_t bands = 5;
// Light to dark, for print in grey as well.
constexpr std::array<std::string_view, bands> colours{"#d6e4ee", "#a6c6dc", "#6fa3c4", "#3a7ca5",
                                                      "#16506f"};

struct Point {
  double x = 0, y = 0;
};

/// Which part of the world is shown: places are moved and enlarged.
struct Frame {
  double x = 0, y = 0, scale = 1;

  [[nodiscard]] Point operator()(Point point) const {
    return {(point.x - x) * scale, top + (point.y - top - y) * scale};
  }
};

// Equal Earth, section 3 of the paper; the extent of x at the equator and of y at the pole.
constexpr double half_width = 2.70663, half_height = 1.31736;
constexpr double height = width * half_height / half_width;

Point project(double longitude, double latitude) {
  constexpr std::array a{1.340264, -0.081106, 0.000893, 0.003796};
  const double root3 = std::numbers::sqrt3;
  const double lambda = longitude * std::numbers::pi / 180;
  const double theta = std::asin(root3 / 2 * std::sin(latitude * std::numbers::pi / 180));
  const double square = theta * theta, sixth = square * square * square;
  const double slope = a[0] + 3 * a[1] * square + sixth * (7 * a[2] + 9 * a[3] * square);
  const double x = 2 * root3 * lambda * std::cos(theta) / (3 * slope);
  const double y = theta * (a[0] + a[1] * square + sixth * (a[2] + a[3] * square));
  const double scale = width / 2 / half_width;
  return {width / 2 + x * scale, top + height / 2 - y * scale};
}

const json& outline() {
  static const json file = json::parse(embedded_outline().front().content);
  return file;
}

/// What each state of the graph is drawn with: its node and its figure.
struct Figure {
  Node node = 0;
  double value = 0;
};
using Figures = std::map<std::string, Figure, std::less<>>; ///< by alpha-2 code

std::optional<double> number_of(const network::Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

Figures figures_of(const network::GraphHead& graph, const network::EdgeTable& edges,
                   const std::string& name) {
  Figures figures;
  const network::Column* code = graph.nodes.column("code");
  const network::Column* column = name.empty() ? nullptr : graph.nodes.column(name);
  if (!name.empty() && column == nullptr)
    throw base::Error(base::Failure::usage, "no node has a figure \"" + name + "\"",
                      "compute it with --measures, or leave --figure away for the sum of weights");
  if (code == nullptr) return figures;
  const std::vector<double> sums = node_strengths(graph, edges);
  for (Node n = 0; n < graph.nodes.size(); ++n) {
    const auto value = column == nullptr ? std::optional(sums[n]) : number_of((*column)[n]);
    const auto held = (*code)[n];
    if (const auto* text = std::get_if<std::string_view>(&held); text != nullptr && value)
      figures[std::string(*text)] = {n, *value};
  }
  return figures;
}

// The value at which each band begins, so that each holds about as many states.
std::vector<double> starts_of_bands(const Figures& figures) {
  std::vector<double> values;
  for (const auto& [code, figure] : figures) values.push_back(figure.value);
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::vector<double> starts;
  const std::size_t count = std::min(bands, values.size());
  for (std::size_t band = 0; band < count; ++band)
    starts.push_back(values[band * values.size() / count]);
  return starts;
}

class MapWriter {
 public:
  MapWriter(const network::GraphHead& graph, const network::EdgeTable& edges,
            const base::PlaceFinder& places, const MapOptions& options, const ByteSink& sink)
      : graph_(graph), edges_(edges), options_(options),
        figures_(figures_of(graph, edges, options.figure)), starts_(starts_of_bands(figures_)),
        out_(sink) {
    for (Node n = 0; n < graph.nodes.size(); ++n) {
      const auto place = places ? places(graph.nodes[n].iri) : std::nullopt;
      points_.push_back(place ? std::optional(project(place->longitude, place->latitude))
                              : std::nullopt);
      if (!place) ++report_.nodes_without_place;
    }
    frame_ = frame_around();
    for (auto& point : points_)
      if (point) point = frame_(*point);
  }

  WriteReport write() {
    begin();
    out_ << "<svg x=\"0\" y=\"" << std::int64_t{44} << "\" width=\"900\" height=\"";
    number(height);
    out_ << "\" viewBox=\"0 " << std::int64_t{44} << " 900 ";
    number(height);
    out_ << "\">\n"; // what lies outside the frame is not seen
    land();
    states();
    ties();
    names();
    out_ << "</svg>\n";
    legend();
    out_ << "</svg>\n";
    out_.finish();
    report_.nodes = graph_.nodes.size();
    report_.edges = edges_.size();
    return report_;
  }

 private:
  [[nodiscard]] std::string word(std::string_view english) const {
    return options_.in_language ? options_.in_language(english) : std::string(english);
  }
  void text(std::string_view content) {
    report_.replaced_characters += append_xml(out_.buffer(), content);
    out_.flush_if_full();
  }
  void number(double value) { append_number(out_.buffer(), std::round(value * 10) / 10); }
  void attribute(std::string_view name, double value) {
    out_ << ' ' << name << "=\"";
    number(value);
    out_ << '"';
  }
  void line_of_text(double x, double y, std::string_view content, std::string_view looks = "") {
    out_ << "<text";
    attribute("x", x);
    attribute("y", y);
    out_ << looks << '>';
    text(content);
    out_ << "</text>\n";
  }

  // The part of the world where the nodes are, with room around; all of it where they are far
  // apart.
  [[nodiscard]] Frame frame_around() const {
    double left = width, right = 0, up = top + height, down = top;
    for (const auto& point : points_)
      if (point) {
        left = std::min(left, point->x);
        right = std::max(right, point->x);
        up = std::min(up, point->y);
        down = std::max(down, point->y);
      }
    if (right < left) return {};
    constexpr double least = 90, room = 1.5;
    const double wide =
        std::max({(right - left) * room, (down - up) * room * width / height, least});
    if (wide > width * 0.7) return {};
    const double high = wide * height / width;
    const auto start = [](double middle, double size, double all) {
      return std::clamp(middle - size / 2, 0.0, all - size);
    };
    return {start((left + right) / 2, wide, width), start((up + down) / 2 - top, high, height),
            width / wide};
  }

  [[nodiscard]] std::string title() const {
    return sentence(options_.title.empty() ? graph_.title : options_.title);
  }
  [[nodiscard]] double whole_height() const {
    return top + height + 40 + 16.0 * static_cast<double>(starts_.size() + 3);
  }

  void begin() {
    out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ";
    number(width);
    out_ << ' ';
    number(whole_height());
    out_ << '"';
    if (!options_.width.empty()) {
      out_ << " width=\"";
      text(options_.width);
      out_ << '"';
    }
    out_ << " font-family=\"DejaVu Sans, Helvetica, Arial, sans-serif\" font-size=\"12\">\n<title>";
    text(title());
    out_ << "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    line_of_text(width / 2, 26, title(), " font-size=\"18\" text-anchor=\"middle\"");
  }

  void rings(const json& rings) {
    const double per_degree = outline().at("perDegree").get<double>();
    for (const json& ring : rings) {
      double x = 0, y = 0;
      for (std::size_t at = 0; at + 1 < ring.size(); at += 2) {
        x += ring[at].get<double>();
        y += ring[at + 1].get<double>();
        const Point point = frame_(project(x / per_degree, y / per_degree));
        out_ << (at == 0 ? 'M' : 'L');
        number(point.x);
        out_ << ' ';
        number(point.y);
      }
      out_ << 'Z';
    }
  }

  void land() {
    out_ << "<path fill=\"#efece4\" stroke=\"#d8d3c6\" stroke-width=\"0.5\" d=\"";
    rings(outline().at("land"));
    for (const auto& [code, area] : outline().at("states").items())
      if (!figures_.contains(code)) rings(area);
    out_ << "\"/>\n";
  }

  [[nodiscard]] std::string_view colour_of(double value) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), value);
    const auto band = static_cast<std::size_t>(after - starts_.begin());
    return colours[std::max<std::size_t>(band, 1) - 1 + (bands - starts_.size())];
  }

  void begin_state(const Figure& figure) {
    out_ << "<g fill=\"" << colour_of(figure.value)
         << "\" stroke=\"white\" stroke-width=\"0.6\"><title>";
    text(graph_.nodes[figure.node].label);
    out_ << ": ";
    number(figure.value);
    out_ << "</title>";
  }

  // States too small for an outline are dots.
  void states() {
    const json &areas = outline().at("states"), &dots = outline().at("dots");
    const double per_degree = outline().at("perDegree").get<double>();
    for (const auto& [code, figure] : figures_) {
      if (const auto area = areas.find(code); area != areas.end()) {
        begin_state(figure);
        out_ << "<path d=\"";
        rings(*area);
        out_ << "\"/></g>\n";
      } else if (const auto dot = dots.find(code); dot != dots.end()) {
        const Point point = frame_(
            project(dot->at(0).get<double>() / per_degree, dot->at(1).get<double>() / per_degree));
        begin_state(figure);
        out_ << "<circle r=\"4\"";
        attribute("cx", point.x);
        attribute("cy", point.y);
        out_ << "/></g>\n";
      }
    }
  }

  [[nodiscard]] double heaviest() const {
    double most = 0;
    for (std::size_t e = 0; e < edges_.size(); ++e) most = std::max(most, edges_[e].weight);
    return most;
  }

  [[nodiscard]] double lightest() const {
    double least = edges_.size() > 0 ? edges_[0].weight : 0;
    for (std::size_t e = 0; e < edges_.size(); ++e) least = std::min(least, edges_[e].weight);
    return least;
  }

  // The strong ones above the weak ones. A tie over the Pacific is drawn the short way only where
  // the map is not cut.
  void ties() {
    std::vector<std::size_t> order;
    for (std::size_t e = 0; e < edges_.size(); ++e)
      if (points_[edges_[e].source] && points_[edges_[e].target])
        order.push_back(e);
      else
        ++report_.edges_without_place;
    std::ranges::stable_sort(order, {}, [&](std::size_t e) { return edges_[e].weight; });
    const double most = heaviest();
    out_ << "<g fill=\"none\" stroke=\"#b5432a\" stroke-linecap=\"round\">\n";
    for (const std::size_t e : order) tie(e, most > 0 ? edges_[e].weight / most : 0);
    out_ << "</g>\n";
  }

  // A curve, so that ties between the same line of places do not hide each other.
  void tie(std::size_t e, double strength) {
    const Point from = *points_[edges_[e].source], to = *points_[edges_[e].target];
    const Point middle{(from.x + to.x) / 2 - (to.y - from.y) / 8,
                       (from.y + to.y) / 2 + (to.x - from.x) / 8};
    out_ << "<path";
    attribute("stroke-width", 0.3 + 3.2 * std::max(strength, 0.0));
    out_ << " stroke-opacity=\"";
    append_number(out_.buffer(), std::round((0.12 + 0.5 * std::max(strength, 0.0)) * 100) / 100);
    out_ << "\" d=\"M";
    number(from.x);
    out_ << ' ';
    number(from.y);
    out_ << 'Q';
    for (const Point& point : {middle, to}) {
      number(point.x);
      out_ << ' ';
      number(point.y);
      out_ << ' ';
    }
    out_ << "\"/>\n";
  }

  // Where few states are shown, and large enough, they have their names; the one that the map is
  // about in bold.
  void names() {
    constexpr std::size_t few = 45;
    if (points_.size() > few || frame_.scale < 1.6) return;
    out_ << "<g text-anchor=\"middle\" font-size=\"11\" stroke=\"white\" stroke-width=\"3\" "
            "stroke-opacity=\"0.8\" paint-order=\"stroke\" fill=\"#222\">\n";
    for (Node n = 0; n < points_.size(); ++n)
      if (points_[n])
        line_of_text(points_[n]->x, points_[n]->y + 14, graph_.nodes[n].label,
                     graph_.nodes[n].id == graph_.centre ? " font-weight=\"bold\"" : "");
    out_ << "</g>\n";
  }

  void legend() {
    double y = top + height + 24;
    line_of_text(20, y, sentence(word("colour") + ": " + figure_name()));
    for (std::size_t band = 0; band < starts_.size(); ++band) {
      y += 16;
      out_ << "<rect x=\"20\" width=\"14\" height=\"11\"";
      attribute("y", y - 10);
      out_ << " fill=\"" << colour_of(starts_[band]) << "\"/>";
      line_of_text(42, y, "\u2265 " + hundredths(starts_[band]));
    }
    if (edges_.size() > 0)
      line_of_text(300, top + height + 24,
                   sentence(word("line")) + ": " + word("weight") + " " + hundredths(lightest()) +
                       " – " + hundredths(heaviest()));
    line_of_text(
        20, y + 20,
        sentence(word("outlines after the maps of the United Nations; no opinion on borders")),
        " font-size=\"10\" fill=\"#555\"");
    if (!options_.caption.empty()) line_of_text(20, y + 38, options_.caption);
  }

  [[nodiscard]] std::string figure_name() const {
    return options_.figure.empty() ? word("strength of all ties") : word(options_.figure);
  }

  const network::GraphHead& graph_;
  const network::EdgeTable& edges_;
  const MapOptions& options_;
  Figures figures_;
  std::vector<double> starts_;
  TextOutput out_;
  Frame frame_;
  std::vector<std::optional<Point>> points_; ///< of the nodes, within the frame
  WriteReport report_;
};

} // namespace

WriteReport write_world_map(const network::GraphHead& graph, const network::EdgeTable& edges,
                            const base::PlaceFinder& places, const MapOptions& options,
                            const ByteSink& sink) {
  return MapWriter(graph, edges, places, options, sink).write();
}

} // namespace tela::export_
