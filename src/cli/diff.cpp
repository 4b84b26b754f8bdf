#include "cli/diff.h"

#include "base/json.h"
#include "base/printable.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "dump/diff.h"
#include "engine/database.h"
#include "rdf/patch_writer.h"
#include "rdf/update_writer.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>

namespace tela::cli {

namespace {

using Kind = dump::GraphChange::Kind;

struct DiffOptions {
  std::string old_data, new_data, output, format;
  EndpointOptions endpoint;
  bool summary = false;
};

constexpr std::array<std::string_view, 3> kind_names{"added", "changed", "removed"};

std::string_view name(Kind kind) {
  return kind_names.at(static_cast<std::size_t>(kind));
}

// A file that RDF is read from, by its name; else a store.
engine::Database open_data(const std::string& path) {
  const auto syntax = redland::syntax_by_file_name(path);
  if (!syntax || !redland::info(*syntax).readable) return engine::Database::open(path);
  auto database =
      engine::Database::load({{engine::RdfFile{path, {}, syntax, {}}}}, &interruption());
  print_notes(database.warnings());
  return database;
}

/// Hands changes to a writer of them.
template<class Writer>
class ChangeSink final : public dump::DiffSink {
 public:
  explicit ChangeSink(Writer& writer) : writer_(writer) {}
  void removed(const rdf::QuadView& quad) override { writer_.remove(quad); }
  void added(const rdf::QuadView& quad) override { writer_.add(quad); }

 private:
  Writer& writer_;
};

// For who only wants the report.
class Nowhere final : public dump::DiffSink {
 public:
  void removed(const rdf::QuadView&) override {}
  void added(const rdf::QuadView&) override {}
};

std::string graph_name(const dump::GraphChange& change, const rdf::PrefixMap& prefixes) {
  if (!change.graph) return "(default graph)";
  if (change.graph->kind != rdf::TermKind::iri) return rdf::to_ntriples(*change.graph);
  return prefixes.shortened(change.graph->value);
}

std::string summary_text(const dump::DiffReport& report, const rdf::PrefixMap& prefixes) {
  std::string text;
  for (const dump::GraphChange& change : report.graphs) {
    const std::string kind(name(change.kind));
    text +=
        kind + std::string(9 - kind.size(), ' ') + base::printable(graph_name(change, prefixes));
    if (change.added != 0) text += "  +" + std::to_string(change.added);
    if (change.removed != 0) text += "  -" + std::to_string(change.removed);
    text += '\n';
  }
  return text;
}

std::string summary_json(const dump::DiffReport& report) {
  std::string text;
  base::JsonWriter json(text);
  json.begin_object()
      .field("added", report.added)
      .field("removed", report.removed)
      .field("unchanged", report.unchanged)
      .key("graphs")
      .begin_array();
  for (const dump::GraphChange& change : report.graphs) {
    json.begin_object();
    if (change.graph) json.field("graph", change.graph->value);
    json.field("change", name(change.kind))
        .field("added", change.added)
        .field("removed", change.removed)
        .end_object();
  }
  json.end_array().end_object();
  return text + '\n';
}

template<class Writer>
dump::DiffReport write_changes(const engine::Database& old_data, const engine::Database& new_data,
                               Destination& destination) {
  Writer writer([&](std::string_view lines) {
    interruption().check();
    destination.write(lines);
  });
  ChangeSink<Writer> sink(writer);
  auto report = dump::diff(old_data.store(), new_data.store(), sink);
  writer.finish();
  return report;
}

dump::DiffReport write_diff(const DiffOptions& options, const engine::Database& old_data,
                            const engine::Database& new_data, Destination& destination) {
  if (options.format == "update")
    return write_changes<rdf::UpdateWriter>(old_data, new_data, destination);
  if (!options.summary) return write_changes<rdf::PatchWriter>(old_data, new_data, destination);
  Nowhere nowhere;
  auto report = dump::diff(old_data.store(), new_data.store(), nowhere);
  destination.write(options.format == "json" ? summary_json(report)
                                             : summary_text(report, new_data.prefixes()));
  return report;
}

std::size_t count(const dump::DiffReport& report, Kind kind) {
  return static_cast<std::size_t>(
      std::ranges::count(report.graphs, kind, &dump::GraphChange::kind));
}

void print_report(const dump::DiffReport& report) {
  print_note("graphs: " + std::to_string(count(report, Kind::added)) + " added, " +
             std::to_string(count(report, Kind::changed)) + " changed, " +
             std::to_string(count(report, Kind::removed)) + " removed; statements: " +
             std::to_string(report.added) + " added, " + std::to_string(report.removed) +
             " removed, " + std::to_string(report.unchanged) + " unchanged");
  if (report.with_blank_nodes != 0)
    print_note(
        std::to_string(report.with_blank_nodes) +
        " of them have blank nodes, which are labelled by what they say, not as in the data");
}

// A service is what there was: then one name is enough, that of what there shall be.
void run_diff(DiffOptions& options) {
  const bool of_summary = options.format == "text" || options.format == "json";
  if (!options.format.empty() && of_summary != options.summary)
    throw base::Error(base::Failure::usage,
                      "text and json are formats of --summary, patch and update of the changes",
                      "see tela diff --help");
  const bool has_service = !options.endpoint.address.empty();
  if (has_service) std::swap(options.old_data, options.new_data);
  if (options.new_data.empty() || options.old_data.empty() != has_service)
    throw base::Error(base::Failure::usage,
                      "two data sets are compared: OLD and NEW, or a service and NEW",
                      "see tela diff --help");
  const EndpointStore endpoint(options.endpoint, options.old_data);
  const store::StoreWatch old_watch(options.old_data), new_watch(options.new_data);
  const auto old_data = open_data(options.old_data);
  const auto new_data = open_data(options.new_data);
  Destination destination(options.output);
  const auto report = write_diff(options, old_data, new_data, destination);
  old_watch.check();
  new_watch.check();
  destination.commit();
  print_report(report);
}

} // namespace

void add_diff(CLI::App& app) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command =
      app.add_subcommand("diff", "What changed from one store or RDF file to another");
  command->footer("Example:\n"
                  "  tela diff last-month.store tela-store --summary\n"
                  "  tela diff old.nq.gz tela-store -o changes.rdfp\n"
                  "  tela diff --endpoint http://localhost:3030/ds/sparql tela-store -f update");
  command->add_option("old", options->old_data, "Store or RDF file")->required();
  command->add_option("new", options->new_data, "Store or RDF file; left out with --endpoint");
  add_endpoint_options(*command, options->endpoint, "--endpoint",
                       "Address of a SPARQL service that is compared with the one that is named");
  command->add_flag("--summary", options->summary,
                    "A line for each graph (a record has one of its own) instead of RDF Patch");
  command
      ->add_option(
          "-f,--format", options->format,
          "patch (RDF Patch) or update (SPARQL Update, which brings a service in step); of "
          "the summary: text or json")
      ->check(CLI::IsMember({"patch", "update", "text", "json"}));
  command->add_option("-o,--output", options->output, "File to write; standard output without it");
  command->callback([options] { run_diff(*options); });
}

} // namespace tela::cli
