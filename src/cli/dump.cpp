#include "cli/dump.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/messages.h"
#include "cli/store_option.h"
#include "engine/dump.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tela::cli {

namespace {

struct DumpOptions {
  std::string store, format = "nquads", output, graph;
};

redland::Syntax writable_syntax(const std::string& name) {
  const auto syntax = redland::syntax_by_name(name);
  if (syntax && redland::info(*syntax).writable) return *syntax;
  throw base::Error(base::Failure::usage, "'" + name + "' is no syntax to write",
                    "choose one of " + redland::writable_names());
}

void run_dump(const DumpOptions& options) {
  const redland::Syntax syntax = writable_syntax(options.format);
  const auto database = engine::Database::open(options.store);
  Destination destination(options.output);
  const auto report = engine::dump(
      database, syntax, [&](std::string_view bytes) { destination.write(bytes); }, options.graph);
  destination.commit();
  if (report.graphs_merged != 0)
    print_note(std::string(redland::info(syntax).label) + " has no named graphs: " +
               std::to_string(report.graphs_merged) + " graphs were written as one");
  print_note(std::to_string(report.statements) + " statements written");
}

} // namespace

void add_dump(CLI::App& app) {
  auto options = std::make_shared<DumpOptions>();
  CLI::App* command = app.add_subcommand("dump", "Write the graph in an RDF syntax");
  command->footer("Example:\n  tela dump -f turtle -o tela.ttl");
  add_store_option(*command, options->store);
  command->add_option("-f,--format", options->format, "Syntax: " + redland::writable_names())
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write; standard output without it");
  command->add_option("-g,--graph", options->graph, "IRI of the one named graph to write");
  command->callback([options] { run_dump(*options); });
}

} // namespace tela::cli
