#include "relations/network_file.h"

#include "base/error.h"
#include "base/require.h"
#include "export/html_network.h"
#include "export/layout.h"
#include "export/picture.h"
#include "export/world_map.h"
#include "relations/words.h"

#include <array>
#include <charconv>
#include <mutex>
#include <optional>

namespace tela::relations {

namespace {

// What Graphviz draws; nothing for other files.
std::optional<export_::PictureFormat> drawn_format(const NetworkFile& file) {
  if (file.format == "svg") return export_::PictureFormat::svg;
  if (file.format == "png") return export_::PictureFormat::png;
  if (file.format == "pdf") return export_::PictureFormat::pdf;
  return std::nullopt;
}

bool is_picture(const NetworkFile& file) {
  return drawn_format(file) || file.format == "html" || file.format == "map-svg";
}

// A length in points (1/72 inch).
double points_of(const std::string& length) {
  constexpr std::array<std::pair<std::string_view, double>, 4> units{
      {{"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"in", 72}, {"pt", 1}}};
  double number = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(length.data() + length.size() - end));
  for (const auto& [name, points] : units)
    if (error == std::errc() && unit == name && number * points >= 72 && number * points <= 14'400)
      return number * points;
  throw base::Error(base::Failure::usage, "\"" + length + "\" is no width of a picture",
                    "write a number and cm, mm, in or pt: 16cm; an inch at least");
}

export_::Labelling labelling_named(const std::string& name) {
  if (name == "name") return export_::Labelling::name;
  if (name == "code") return export_::Labelling::code;
  if (name == "none") return export_::Labelling::none;
  throw base::Error(base::Failure::usage, "there are no labels \"" + name + "\"",
                    "take name, code or none");
}

export_::Format format_of(const NetworkFile& file) {
  return file.format.empty() ? export_::best_format(export_::reader_named(file.reader))
                             : export_::format_named(file.format);
}

export_::LayoutStyle layout_named(const std::string& name) {
  if (name == "force") return export_::LayoutStyle::force;
  if (name == "radial") return export_::LayoutStyle::radial;
  throw base::Error(base::Failure::usage, "there is no layout \"" + name + "\"",
                    "take force or radial");
}

export_::Appearance looks_of(const Network& network, const NetworkFile& file) {
  export_::LayoutOptions options;
  options.style = layout_named(file.layout);
  options.centre = network.head.centre;
  options.labelling = labelling_named(file.picture.label);
  options.labels = file.picture.labels;
  if (!file.picture.width.empty()) options.width = points_of(file.picture.width);
  export_::Appearance looks = export_::lay_out(network.head, network.edges, options);
  looks.title = file.picture.title;
  looks.caption = file.picture.caption;
  looks.in_language = words_in(file.language);
  return looks;
}

export_::WriteReport write_map(const Network& network, const NetworkFile& file,
                               const export_::ByteSink& sink) {
  if (!file.picture.width.empty()) std::ignore = points_of(file.picture.width);
  return export_::write_world_map(network.head, network.edges, file.places,
                                  {file.picture.figure, file.picture.title, file.picture.caption,
                                   file.picture.width, words_in(file.language)},
                                  sink);
}

std::vector<export_::Translation> translations(const NetworkFile& file) {
  std::vector<export_::Translation> result;
  if (!file.in_language) return result;
  for (const std::string& language : word_languages())
    if (language != file.language.substr(0, file.language.find('-')))
      result.push_back({language, words_in(language), file.in_language(language).head});
  return result;
}

export_::WriteReport write_format(const network::GraphHead& head, network::EdgeStream& edges,
                                  const NetworkFile& file, const export_::ByteSink& sink,
                                  const export_::Appearance* looks) {
  return export_::write_graph(format_of(file), export_::reader_named(file.reader), head, edges,
                              sink, {looks, file.guard, file.places});
}

} // namespace

bool can_be_streamed(const NetworkFile& file) {
  return !is_picture(file) &&
         !export_::wants_appearance(format_of(file), export_::reader_named(file.reader));
}

export_::WriteReport write_network(const Network& network, const NetworkFile& file,
                                   const export_::ByteSink& sink) {
  const auto edges = network.edges.stream();
  if (can_be_streamed(file)) return write_network(network.head, *edges, file, sink);
  if (file.format == "map-svg") return write_map(network, file, sink);
  static std::mutex graphviz;
  const std::scoped_lock lock(graphviz);
  const export_::Appearance looks = looks_of(network, file);
  if (!is_picture(file)) return write_format(network.head, *edges, file, sink, &looks);
  if (file.format == "html")
    return export_::write_html(network.head, network.edges, looks, file.language, sink,
                               translations(file));
  export_::draw(network.head, network.edges, looks, drawn_format(file).value(), sink);
  export_::WriteReport report;
  report.left_out_labels = looks.left_out_labels;
  return report;
}

void check_picture_options(const NetworkFile& file) {
  const PictureOptions& asked = file.picture;
  const PictureOptions usual;
  const bool drawn = drawn_format(file).has_value(), map = file.format == "map-svg";
  const bool titled = drawn || map || file.format == "html";
  struct Use {
    const char* option;
    bool is_asked, is_heeded;
  };
  const std::array<Use, 7> uses{{
      {"--title", asked.title != usual.title, titled},
      {"--caption", asked.caption != usual.caption, titled},
      {"--width", asked.width != usual.width, drawn || map},
      {"--label", asked.label != usual.label, is_picture(file) && !map},
      {"--labels", asked.labels != usual.labels, is_picture(file) && !map},
      {"--figure", asked.figure != usual.figure, map},
      {"--layout", file.layout != NetworkFile().layout, !can_be_streamed(file) && !map},
  }};
  for (const Use& use : uses)
    if (use.is_asked && !use.is_heeded)
      throw base::Error(base::Failure::usage,
                        std::string(use.option) + " says nothing to this format",
                        "leave it away, or draw a picture: -f svg, png, pdf or map-svg");
}

std::vector<std::string> picture_advice(const Network& network, const NetworkFile& file) {
  constexpr std::size_t few_nodes = 20;
  constexpr double dense = 4; // ties a node, from which on a picture is a ball
  const std::size_t nodes = network.head.nodes.size(), ties = network.edges.size();
  const bool is_drawn = drawn_format(file) || file.format == "map-svg";
  if (!is_drawn || nodes < few_nodes ||
      static_cast<double>(ties) < dense * static_cast<double>(nodes))
    return {};
  return {std::to_string(ties) + " ties between " + std::to_string(nodes) +
          " nodes are too many to follow in a picture; --backbone sdsm, --min-weight N, --top N "
          "or --layout radial shows less"};
}

export_::WriteReport write_network(const network::GraphHead& head, network::EdgeStream& edges,
                                   const NetworkFile& file, const export_::ByteSink& sink) {
  base::require(can_be_streamed(file), "can_be_streamed(file)");
  return write_format(head, edges, file, sink, nullptr);
}

} // namespace tela::relations
