#include "cli/graph_file.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/messages.h"
#include "export/layout.h"
#include "export/picture.h"
#include "export/profile.h"
#include "relations/words.h"

namespace tela::cli {

namespace {

using export_::Format;
using export_::Reader;

// Gives `write` a sink of bytes that end up in the file.
template<class Write>
void into_file(const std::string& output, const Write& write) {
  Destination destination(output);
  write([&destination](std::string_view bytes) { destination.write(bytes); });
  destination.commit();
}

bool is_picture(const GraphFile& file) {
  return file.format == "svg" || file.format == "png";
}

bool is_two_lists(const GraphFile& file) {
  return file.format == "csv" || (file.format.empty() && file.reader == "neo4j");
}

Format format_of(const GraphFile& file) {
  return file.format.empty() ? export_::best_format(export_::reader_named(file.reader))
                             : export_::format_named(file.format);
}

export_::Appearance looks_of(const relations::Network& network, const GraphFile& file) {
  export_::LayoutOptions options;
  if (file.layout == "radial") options.style = export_::LayoutStyle::radial;
  options.centre = network.head.centre;
  export_::Appearance looks = export_::lay_out(network.head, network.edges, options);
  looks.in_language = relations::words_in(file.language);
  return looks;
}

void write_format(Format format, const GraphFile& file, const network::GraphHead& head,
                  network::EdgeStream& edges, const export_::Appearance* looks) {
  const Reader reader = export_::reader_named(file.reader);
  export_::WriteReport report;
  into_file(file.output, [&](const export_::ByteSink& sink) {
    report = export_::write_graph(format, reader, head, edges, sink, looks, file.guard);
  });
  for (const std::string& loss : losses(report)) print_note(loss);
}

void write_picture(const relations::Network& network, const GraphFile& file) {
  into_file(file.output, [&](const export_::ByteSink& sink) {
    export_::draw(network.head, network.edges, looks_of(network, file),
                  file.format == "svg" ? export_::PictureFormat::svg : export_::PictureFormat::png,
                  sink);
  });
}

// CSV is two files: NAME-nodes.csv and NAME-edges.csv.
void write_lists(const network::GraphHead& head, network::EdgeStream& edges, GraphFile file) {
  const std::string name =
      file.output.ends_with(".csv") ? file.output.substr(0, file.output.size() - 4) : file.output;
  if (name.empty() || name == "-")
    throw base::Error(base::Failure::usage, "CSV is a list of nodes and a list of edges",
                      "give a name with -o, or take -f csv-nodes or -f csv-edges");
  file.output = name + "-nodes.csv";
  write_format(Format::node_csv, file, head, edges, nullptr);
  file.output = name + "-edges.csv";
  write_format(Format::edge_csv, file, head, edges, nullptr);
}

} // namespace

void add_graph_file(CLI::App& command, GraphFile& file) {
  command.add_option("-f,--format", file.format,
                     export_::format_names() + ", csv (two files), svg or png");
  command.add_option("--for", file.reader, "The program it is for: " + export_::reader_names());
  command.add_option("--layout", file.layout, "Of pictures")
      ->check(CLI::IsMember({"force", "radial"}))
      ->capture_default_str();
  command.add_flag_callback(
      "--csv-safe", [&file] { file.guard = export_::CsvGuard::spreadsheets; },
      "Keep spreadsheets from taking cells of CSV for formulas");
  command.add_option("-o,--output", file.output, "File to write; standard output without it");
}

void write_graph_file(const relations::Network& network, const GraphFile& file) {
  if (is_picture(file)) return write_picture(network, file);
  const auto edges = network.edges.stream();
  if (is_two_lists(file)) return write_lists(network.head, *edges, file);
  const Format format = format_of(file);
  if (!export_::wants_appearance(format, export_::reader_named(file.reader)))
    return write_format(format, file, network.head, *edges, nullptr);
  const export_::Appearance looks = looks_of(network, file);
  write_format(format, file, network.head, *edges, &looks);
}

void write_graph_file(relations::StreamedNetwork& network, const GraphFile& file) {
  if (is_two_lists(file)) return write_lists(network.head, *network.edges, file);
  write_format(format_of(file), file, network.head, *network.edges, nullptr);
}

bool can_be_streamed(const GraphFile& file) {
  if (is_picture(file)) return false;
  return is_two_lists(file) ||
         !export_::wants_appearance(format_of(file), export_::reader_named(file.reader));
}

} // namespace tela::cli
