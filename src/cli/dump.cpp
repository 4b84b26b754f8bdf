#include "cli/dump.h"

#include "base/error.h"
#include "base/sha256.h"
#include "cli/bulk_files.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "dump/dump.h"
#include "engine/database.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace tela::cli {

namespace {

struct DumpOptions {
  std::string store, format, output, graph, loader;
  EndpointOptions endpoint;
  bool canonical = false;
};

redland::Syntax writable_syntax(const DumpOptions& options) {
  if (options.format.empty()) {
    const auto by_name = redland::syntax_by_file_name(options.output);
    return by_name && redland::info(*by_name).writable ? *by_name : redland::Syntax::nquads;
  }
  const auto syntax = redland::syntax_by_name(options.format);
  if (syntax && redland::info(*syntax).writable) return *syntax;
  throw base::Error(base::Failure::usage, "'" + options.format + "' is no syntax to write",
                    "choose one of " + redland::writable_names());
}

void check_canonical(redland::Syntax syntax, const DumpOptions& options) {
  const bool lines = syntax == redland::Syntax::nquads ||
                     (syntax == redland::Syntax::ntriples && !options.graph.empty());
  if (!lines)
    throw base::Error(base::Failure::usage, "the canonical form is one of N-Quads",
                      "leave out --format, or add --graph for N-Triples");
}

dump::Report write_dump(const engine::Database& database, const DumpOptions& options,
                        redland::Syntax syntax, Destination& destination) {
  const auto output = [&](std::string_view bytes) {
    interruption().check();
    destination.write(bytes);
  };
  if (!options.canonical)
    return dump::write(database.store(), database.prefixes(), syntax, output, options.graph);
  base::Sha256 sum;
  const auto report = dump::write_canonical(
      database.store(),
      [&](std::string_view bytes) {
        sum.update(bytes);
        output(bytes);
      },
      options.graph);
  print_note("sha256 " + sum.finish());
  return report;
}

void run_dump(DumpOptions& options) {
  const redland::Syntax syntax = writable_syntax(options);
  if (options.canonical) check_canonical(syntax, options);
  remote::Portion portion;
  if (!options.graph.empty()) portion.graphs = {options.graph};
  const EndpointStore endpoint(options.endpoint, options.store, portion);
  const store::StoreWatch watch(options.store);
  const auto database = engine::Database::open(options.store);
  if (!options.loader.empty()) {
    write_bulk_files(database.store(), options.loader, options.output);
    return watch.check();
  }
  Destination destination(options.output);
  const auto report = write_dump(database, options, syntax, destination);
  watch.check();
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
  command->footer("Example:\n"
                  "  tela dump -o tela.trig.gz\n"
                  "  tela dump --canonical -o tela.nq.zst");
  add_store_option(*command, options->store);
  add_endpoint_options(*command, options->endpoint);
  command->add_option("-f,--format", options->format,
                      "Syntax: " + redland::writable_names() +
                          "; without it that of the output's name, else nquads");
  command->add_option("-o,--output", options->output,
                      "File to write, packed when it ends with .gz or .zst; standard output "
                      "without it");
  command->add_flag("--canonical", options->canonical,
                    "Sorted N-Quads, blank nodes named by RDFC-1.0: equal data, equal bytes");
  command->add_option("-g,--graph", options->graph, "IRI of the one named graph to write");
  CLI::Option* loader =
      command->add_option("--for", options->loader,
                          "Files in the folder --output for the loader of a service, with its "
                          "commands: " +
                              loader_names());
  for (const char* other : {"--format", "--canonical", "--graph"})
    loader->excludes(command->get_option(other));
  command->callback([options] { run_dump(*options); });
}

} // namespace tela::cli
