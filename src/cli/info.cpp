#include "cli/info.h"

#include "base/json.h"
#include "base/printable.h"
#include "cli/destination.h"
#include "cli/endpoint_store.h"
#include "cli/info_service.h"
#include "cli/info_sources.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "engine/database.h"
#include "relations/measure_columns.h"
#include "relations/one_mode.h"
#include "relations/read_predicates.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace tela::cli {

namespace {

struct InfoOptions {
  std::string store, format = "text", network;
  EndpointOptions endpoint;
  bool graphs = false, conflicts = false, verify = false;
};

/// A name and how many of it.
using Tally = std::vector<std::pair<std::string, std::uint64_t>>;

Tally named(const engine::Database& database,
            const std::vector<std::pair<rdf::Id, std::uint64_t>>& counts) {
  Tally tally;
  rdf::Term storage;
  for (const auto& [id, count] : counts) {
    const std::string name =
        id.defined() ? database.prefixes().shortened(database.store().term(id, storage).value)
                     : "(default graph)";
    tally.emplace_back(name, count);
  }
  std::ranges::stable_sort(tally, std::greater{}, &Tally::value_type::second);
  return tally;
}

Tally classes(const engine::Database& database) {
  return named(database, database.store().classes());
}

Tally predicates(const engine::Database& database) {
  std::vector<std::pair<rdf::Id, std::uint64_t>> counts;
  for (const auto& predicate : database.store().predicates())
    counts.emplace_back(predicate.predicate, predicate.triples);
  return named(database, counts);
}

Tally graphs(const engine::Database& database) {
  std::vector<std::pair<rdf::Id, std::uint64_t>> counts;
  for (const auto& graph : database.store().graphs())
    counts.emplace_back(graph.graph, graph.triples);
  return named(database, counts);
}

// The network of `kind`, by what usually ties it, with figures of the whole and nothing else.
relations::Network figures_of(const engine::Database& database, const std::string& kind) {
  const relations::Actors actors = relations::actors_named(kind);
  const base::Execution execution{.cancellation = &interruption()};
  relations::Network network = relations::one_mode(
      database.store(),
      {{.actors = actors, .by = relations::usual_relations(actors)}, {}, {}, {}, execution});
  relations::add_measures(network, std::vector<std::string>{"whole"}, 1, execution);
  return network;
}

std::string number(const network::Value& value) {
  if (const auto* count = std::get_if<std::int64_t>(&value)) return std::to_string(*count);
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", std::get<double>(value)); // NOLINT(*-vararg)
  return text;
}

std::string padded(const std::string& text) {
  return std::string(text.size() < 12 ? 12 - text.size() : 0, ' ') + text;
}

void append_network(std::string& out, const relations::Network& network) {
  out += "\nnetwork of " + base::printable(network.head.title) + "\n";
  out += padded(std::to_string(network.head.nodes.size())) + "  nodes\n";
  for (const auto& [figure, value] : network.head.figures)
    out += padded(number(value)) + "  " + base::printable(figure.name) + '\n';
}

void append_section(std::string& out, std::string_view title, const Tally& tally) {
  if (tally.empty()) return;
  out += '\n';
  out += title;
  out += '\n';
  for (const auto& [name, count] : tally) {
    out += padded(std::to_string(count)) + "  " + base::printable(name) + '\n';
  }
}

std::string as_text(const engine::Database& database, const InfoOptions& options) {
  const store::Counts& counts = database.store().counts();
  std::string out = "store       " + base::printable(options.store) + ", " +
                    std::to_string(database.store().size_bytes()) + " bytes\n";
  out += "statements  " + std::to_string(counts.quads) + " in " +
         std::to_string(counts.named_graphs) + " named graphs; " + std::to_string(counts.triples) +
         " different triples\n";
  out += "terms       " + std::to_string(counts.iris) + " IRIs, " +
         std::to_string(counts.literals) + " literals, " + std::to_string(counts.blanks) +
         " blank nodes\n";
  for (const auto& [key, value] : database.store().metadata())
    if (!key.starts_with("tela.") && !key.starts_with("build."))
      out += base::printable(key) + "  " + base::printable(value) + '\n';
  append_sources(out, database.store());
  append_section(out, "instances of", classes(database));
  append_section(out, "statements with", predicates(database));
  if (options.graphs) append_section(out, "statements in", graphs(database));
  if (options.conflicts) append_conflicts(out, database.store(), database.prefixes());
  if (!options.network.empty()) append_network(out, figures_of(database, options.network));
  return out;
}

void append_tally(base::JsonWriter& json, std::string_view name, const Tally& tally) {
  json.key(name).begin_object();
  for (const auto& [entry, count] : tally) json.field(entry, count);
  json.end_object();
}

void append_network(base::JsonWriter& json, const relations::Network& network) {
  json.key("network").begin_object().field("title", network.head.title);
  json.field("nodes", std::uint64_t{network.head.nodes.size()});
  for (const auto& [figure, value] : network.head.figures)
    if (const auto* count = std::get_if<std::int64_t>(&value))
      json.field(figure.name, *count);
    else
      json.field(figure.name, std::get<double>(value));
  json.end_object();
}

std::string as_json(const engine::Database& database, const InfoOptions& options) {
  const store::Counts& counts = database.store().counts();
  std::string out;
  base::JsonWriter json(out);
  json.begin_object().field("store", options.store).field("bytes", database.store().size_bytes());
  json.field("statements", counts.quads).field("triples", counts.triples);
  json.field("named_graphs", counts.named_graphs).field("iris", counts.iris);
  json.field("literals", counts.literals).field("blank_nodes", counts.blanks);
  append_sources(json, database.store());
  append_tally(json, "classes", classes(database));
  append_tally(json, "predicates", predicates(database));
  if (options.graphs) append_tally(json, "graphs", graphs(database));
  if (options.conflicts) append_conflicts(json, database.store(), database.prefixes());
  if (!options.network.empty()) append_network(json, figures_of(database, options.network));
  json.end_object();
  return out += '\n';
}

// A service's own figures, and those of a network that is made of what it holds.
std::string of_service(InfoOptions& options) {
  const bool json = options.format == "json";
  if (options.network.empty())
    return json ? service_json(options.endpoint, options.graphs)
                : base::printable_lines(service_text(options.endpoint, options.graphs));
  const EndpointStore endpoint(options.endpoint, options.store,
                               {{}, relations::predicates_read({})});
  const auto network = figures_of(engine::Database::open(options.store), options.network);
  std::string out;
  if (!json) {
    append_network(out, network);
    return out.substr(1); // without the line that parts it from what is above
  }
  base::JsonWriter writer(out);
  writer.begin_object();
  append_network(writer, network);
  writer.end_object();
  return out += '\n';
}

void run_info(InfoOptions& options) {
  if (!options.endpoint.address.empty()) {
    const std::string text = of_service(options);
    Destination destination("");
    destination.write(text);
    return destination.commit();
  }
  const store::StoreWatch watch(options.store);
  const auto database = engine::Database::open(options.store);
  if (options.verify) database.store().verify();
  Destination destination("");
  destination.write(options.format == "json" ? as_json(database, options)
                                             : as_text(database, options));
  watch.check();
  destination.commit();
}

} // namespace

void add_info(CLI::App& app) {
  auto options = std::make_shared<InfoOptions>();
  CLI::App* command = app.add_subcommand("info", "Say what a store holds");
  command->footer(
      "Examples:\n  tela info --graphs\n  tela info --conflicts\n  tela info --network processes");
  add_store_option(*command, options->store);
  CLI::Option* endpoint = add_endpoint_options(*command, options->endpoint);
  command->add_option("-f,--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_flag("--graphs", options->graphs, "List the named graphs");
  command
      ->add_flag("--conflicts", options->conflicts,
                 "List where sources give different values for what can have only one")
      ->excludes(endpoint);
  command
      ->add_option("--network", options->network,
                   "Figures of the network of states, projects, processes or organisations: "
                   "density, diameter, components, modularity, assortativity …")
      ->expected(0, 1)
      ->default_str("states")
      ->type_name("KIND");
  command->add_flag("--verify", options->verify, "Compare the whole file with its checksums")
      ->excludes(endpoint);
  command->callback([options] { run_info(*options); });
}

} // namespace tela::cli
