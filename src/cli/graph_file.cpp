#include "cli/graph_file.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/messages.h"

#include <cstdint>
#include <functional>

namespace tela::cli {

namespace {

using Write = std::function<export_::WriteReport(const relations::NetworkFile& form,
                                                 const export_::ByteSink& sink)>;

// The end of the name of a form that takes two files; empty for others.
std::string ending_of_two(const GraphFile& file) {
  const std::string& format = file.form.format;
  if (format == "csv" || (format.empty() && file.form.reader == "neo4j")) return "csv";
  return format == "parquet" ? format : "";
}

void write_one(const GraphFile& file, const Write& write) {
  Destination destination(file.output);
  const export_::WriteReport report =
      write(file.form, [&destination](std::string_view bytes) { destination.write(bytes); });
  destination.commit();
  for (const std::string& loss : losses(report)) print_note(loss);
}

// A list of nodes and one of edges: NAME-nodes.csv and NAME-edges.csv.
void write_two(GraphFile file, const std::string& ending, const Write& write) {
  std::string name = file.output;
  if (name.ends_with('.' + ending)) name.resize(name.size() - ending.size() - 1);
  if (name.empty() || name == "-")
    throw base::Error(
        base::Failure::usage, "a graph as " + ending + " is a list of nodes and a list of edges",
        "give a name with -o, or take -f " + ending + "-nodes or -f " + ending + "-edges");
  for (const std::string part : {"nodes", "edges"}) {
    file.form.format = ending + '-' + part;
    file.output = name + '-' + part + '.' + ending;
    write_one(file, write);
  }
}

void write_parts(const GraphFile& file, const Write& write) {
  const std::string ending = ending_of_two(file);
  ending.empty() ? write_one(file, write) : write_two(file, ending, write);
}

} // namespace

namespace {

void add_picture_options(CLI::App& command, relations::PictureOptions& picture) {
  command.add_option("--title", picture.title, "Title of a picture, in place of its own");
  command.add_option("--caption", picture.caption, "A line below a picture: source and date");
  command.add_option("--figure", picture.figure,
                     "What colours the states of a map: strength, degree … as --measures computes; "
                     "the sum of weights without it");
  command.add_option("--width", picture.width,
                     "Width of a picture: 16cm, 160mm, 6.3in, 453pt; letters keep their size");
  command.add_option("--label", picture.label, "What names nodes in pictures")
      ->check(CLI::IsMember({"name", "code", "none"}))
      ->capture_default_str();
  command.add_option("--labels", picture.labels, "Name the N strongest nodes of a picture only")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{1'000'000}));
}

} // namespace

void add_graph_file(CLI::App& command, GraphFile& file) {
  command.add_option("-f,--format", file.form.format,
                     export_::format_names() +
                         ", csv or parquet (two files), svg, png, pdf, map-svg or html");
  command.add_option("--for", file.form.reader,
                     "The program it is for: " + export_::reader_names());
  command.add_option("--layout", file.form.layout, "Of pictures")
      ->check(CLI::IsMember({"force", "radial"}))
      ->capture_default_str();
  add_picture_options(command, file.form.picture);
  command.add_flag_callback(
      "--csv-safe", [&file] { file.form.guard = export_::CsvGuard::spreadsheets; },
      "Keep spreadsheets from taking cells of CSV for formulas");
  command.add_option("-o,--output", file.output, "File to write; standard output without it");
}

void write_graph_file(const relations::Network& network, const GraphFile& file) {
  for (const std::string& advice : relations::picture_advice(network, file.form))
    print_note(advice);
  write_parts(file, [&](const relations::NetworkFile& form, const export_::ByteSink& sink) {
    return relations::write_network(network, form, sink);
  });
}

void write_graph_file(relations::StreamedNetwork& network, const GraphFile& file) {
  write_parts(file, [&](const relations::NetworkFile& form, const export_::ByteSink& sink) {
    return relations::write_network(network.head, *network.edges, form, sink);
  });
}

void check_picture_options(const GraphFile& file) {
  relations::NetworkFile form = file.form;
  if (const std::string ending = ending_of_two(file); !ending.empty())
    form.format = ending + "-nodes";
  relations::check_picture_options(form);
}

bool can_be_streamed(const GraphFile& file) {
  return !ending_of_two(file).empty() || relations::can_be_streamed(file.form);
}

} // namespace tela::cli
