#include "cli/validate.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/limit_options.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "cli/violation_places.h"
#include "engine/database.h"
#include "rdf/cancellable_sink.h"
#include "rdf/turtle_reader.h"
#include "redland/writer.h"
#include "shapes/report_writer.h"
#include "shapes/vocabulary.h"
#include "store/builder.h"
#include "store/store_watch.h"
#include "vocabulary/ontology.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace tela::cli {

namespace {

struct ValidateOptions {
  std::string store, format = "text", output, fail_on = "violation";
  std::vector<std::string> data, shapes;
  EndpointOptions endpoint;
  LimitOptions limits;
};

engine::Database load(const std::vector<std::string>& files, base::MemoryBudget& memory) {
  std::vector<engine::RdfFile> list;
  for (const std::string& file : files) list.push_back({file, {}, std::nullopt, {}});
  auto database = engine::Database::load(list, &interruption(), &memory);
  print_notes(database.warnings());
  return database;
}

void write_report(const shapes::Report& report, const engine::Database& data,
                  const ValidateOptions& options, base::MemoryBudget& memory) {
  const shapes::Limits limits{&interruption(), &memory};
  Destination destination(options.output);
  if (options.format == "json") {
    destination.write(shapes::to_json(report, limits));
  } else if (options.format == "turtle") {
    rdf::PrefixMap prefixes = data.prefixes();
    prefixes.add("sh", "http://www.w3.org/ns/shacl#");
    const auto writer =
        redland::make_writer(redland::Syntax::turtle,
                             [&](std::string_view bytes) { destination.write(bytes); }, {prefixes});
    rdf::CancellableSink sink(*writer, limits.cancellation);
    shapes::push_report(report, sink);
    writer->finish();
  } else {
    destination.write(shapes::to_text(report, data.prefixes(), limits));
  }
  destination.commit();
}

// How bad a result is, from 0; severities of one's own are as bad as violations.
std::size_t rank(const rdf::Term& severity) {
  if (severity.value == shapes::sh("Info")) return 0;
  return severity.value == shapes::sh("Warning") ? 1 : 2;
}

bool fails(const shapes::Report& report, const std::string& fail_on) {
  const std::size_t least = fail_on == "info" ? 0 : fail_on == "warning" ? 1 : 2;
  return std::ranges::any_of(
      report.results, [&](const shapes::Result& result) { return rank(result.severity) >= least; });
}

// The shapes of the files, or those of the ontology.
shapes::ShapesGraph read_shapes(const std::vector<std::string>& files, base::MemoryBudget& memory) {
  if (!files.empty()) return shapes::read_shapes(load(files, memory).store(), &interruption());
  store::Builder builder;
  rdf::read_turtle("shapes.ttl", vocabulary::shapes_document(), builder);
  return shapes::read_shapes(store::Store::from_memory(builder.finish_in_memory()));
}

struct Checked {
  engine::Database data;
  shapes::Report report;
};

Checked check(const ValidateOptions& options, base::MemoryBudget& memory) {
  const shapes::ShapesGraph shapes = read_shapes(options.shapes, memory);
  for (const std::string& note : shapes.notes) print_note(note);
  auto data =
      options.data.empty() ? engine::Database::open(options.store) : load(options.data, memory);
  auto report = shapes::validate(data.store(), shapes, {&interruption(), &memory});
  return {std::move(data), std::move(report)};
}

// Status 1 says that data were checked and do not conform: what could not be checked ends with 2.
auto or_status_2(const auto& work) {
  try {
    return work();
  } catch (const base::Error& error) {
    if (error.failure() != base::Failure::input) throw;
    print_error(error);
    throw Finished{Exit::usage};
  }
}

void run_validate(ValidateOptions& options) {
  start_clock(options.limits);
  const auto endpoint = or_status_2([&] { return EndpointStore(options.endpoint, options.store); });
  base::MemoryBudget memory(memory_bytes(options.limits));
  const store::StoreWatch watch(options.store);
  auto [data, report] = or_status_2([&] { return check(options, memory); });
  add_places(data.store(), report, interruption());
  watch.check();
  write_report(report, data, options, memory);
  if (fails(report, options.fail_on)) throw Finished{Exit::input};
}

} // namespace

void add_validate(CLI::App& app) {
  auto options = std::make_shared<ValidateOptions>();
  CLI::App* command = app.add_subcommand("validate", "Check the graph against SHACL shapes");
  command->footer(
      "Status: 0 when everything conforms, 1 when something does not, 2 when it could not be\n"
      "checked, 3 when a limit ended it.\n\n"
      "Examples:\n  tela validate\n  tela validate --shapes shapes.ttl -d graph.ttl");
  add_store_option(*command, options->store);
  CLI::Option* endpoint = add_endpoint_options(*command, options->endpoint);
  command->add_option("-d,--data", options->data, "RDF files to check instead of a store")
      ->excludes(endpoint);
  command->add_option("--shapes", options->shapes,
                      "Files of SHACL shapes, Core and SPARQL; those of the ontology without");
  command->add_option("-f,--format", options->format, "text, json or turtle")
      ->check(CLI::IsMember({"text", "json", "turtle"}))
      ->capture_default_str();
  command
      ->add_option("--fail-on", options->fail_on,
                   "What ends with status 1, and all that is worse: info, warning or violation")
      ->check(CLI::IsMember({"info", "warning", "violation"}))
      ->capture_default_str();
  add_limit_options(*command, options->limits, "the validation");
  command->add_option("-o,--output", options->output, "File to write; standard output without it");
  command->callback([options] { run_validate(*options); });
}

} // namespace tela::cli
