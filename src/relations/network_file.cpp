#include "relations/network_file.h"

#include "base/error.h"
#include "export/html_network.h"
#include "export/layout.h"
#include "export/picture.h"
#include "relations/words.h"

#include <mutex>

namespace tela::relations {

namespace {

bool is_picture(const NetworkFile& file) {
  return file.format == "svg" || file.format == "png" || file.format == "html";
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
  export_::Appearance looks = export_::lay_out(network.head, network.edges, options);
  looks.in_language = words_in(file.language);
  return looks;
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
  static std::mutex graphviz;
  const std::scoped_lock lock(graphviz);
  const export_::Appearance looks = looks_of(network, file);
  if (!is_picture(file)) return write_format(network.head, *edges, file, sink, &looks);
  if (file.format == "html")
    return export_::write_html(network.head, network.edges, looks, file.language, sink);
  export_::draw(network.head, network.edges, looks,
                file.format == "svg" ? export_::PictureFormat::svg : export_::PictureFormat::png,
                sink);
  return {};
}

export_::WriteReport write_network(const network::GraphHead& head, network::EdgeStream& edges,
                                   const NetworkFile& file, const export_::ByteSink& sink) {
  return write_format(head, edges, file, sink, nullptr);
}

} // namespace tela::relations
