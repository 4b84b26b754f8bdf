#include "cli/graph.h"

#include "base/calendar.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/endpoint_store.h"
#include "cli/finite_number.h"
#include "cli/graph_file.h"
#include "cli/include_option.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "engine/places.h"
#include "rdf/cancellable_sink.h"
#include "relations/measure_columns.h"
#include "relations/network_kind.h"
#include "relations/query_network.h"
#include "relations/read_predicates.h"
#include "relations/similar_actors.h"
#include "relations/triple_network.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace tela::cli {

namespace {

struct GraphOptions {
  std::string kind, file, store;
  std::string weight = "count", backbone = "none", correction = "holm", slice;
  EndpointOptions endpoint;
  GraphFile written;
  std::vector<std::string> by, where, measures;
  std::uint64_t seed = 1;
  int window = 1;
  bool tie_weights = false, sum = false, cumulative = false;
  relations::OneModeOptions network;
};

relations::Slicing slicing(const GraphOptions& options) {
  const std::string_view text = options.slice;
  const auto dots = std::min(text.find(".."), text.size());
  const auto first = base::parse_year(text.substr(0, dots));
  const auto last = base::parse_year(text.substr(std::min(dots + 2, text.size())));
  if (!first || !last)
    throw base::Error(base::Failure::usage, "\"" + options.slice + "\" is no span of years",
                      "write --slice 2015..2024");
  return {*first, *last, options.window,
          options.cumulative ? network::Accumulation::cumulative : network::Accumulation::windowed};
}

// Turns the words of the command line into the request.
relations::OneModeOptions request(const GraphOptions& options) {
  relations::OneModeOptions result = options.network;
  result.by = options.by;
  relations::choose_kind(result, options.kind);
  for (const std::string& condition : options.where)
    relations::read_condition(condition, result.where);
  result.weight = network::weight_named(options.weight);
  if (options.tie_weights) result.tie_weights = network::TieWeights::used;
  if (options.sum) result.kinds = relations::Kinds::summed;
  result.backbone = relations::backbone_named(options.backbone);
  result.correction = network::correction_named(options.correction);
  if (!options.slice.empty()) result.slicing = slicing(options);
  result.execution.cancellation = &interruption();
  return result;
}

relations::Network read_query(const engine::Database& database, const GraphOptions& options) {
  engine::QueryOptions known;
  known.source = options.file;
  known.prefixes = &database.prefixes();
  known.cancellation = &interruption();
  engine::Query query(database, base::read_file(options.file), known);
  return relations::query_network(database.store(), query, options.network.language);
}

relations::Network read_network(const engine::Database& database, const GraphOptions& options) {
  if (options.kind == "query") return read_query(database, options);
  if (options.kind == "resources") {
    relations::TripleNetwork triples(options.network.language);
    rdf::CancellableSink sink(triples, &interruption());
    store::export_quads(database.store(), rdf::Order::spo, sink);
    return triples.take("resources");
  }
  return relations::network_of_kind(database.store(), options.kind, request(options));
}

void print_notes(const std::vector<std::string>& notes, std::uint64_t nodes, std::uint64_t edges) {
  for (const std::string& note : notes) print_note(note);
  print_note(std::to_string(nodes) + " nodes, " + std::to_string(edges) + " edges");
}

bool can_be_streamed(const GraphOptions& options) {
  const bool one_mode = options.kind != "query" && options.kind != "resources" &&
                        options.kind != "affiliations" && options.measures.empty();
  return one_mode && can_be_streamed(options.written) &&
         relations::asks_for_similar_actors(request(options));
}

// What the network is made of: the RDF itself and queries may need anything.
remote::Portion portion(const GraphOptions& options) {
  if (options.kind == "query" || options.kind == "resources") return {};
  return {{}, relations::predicates_read(options.by)};
}

void run_graph(GraphOptions& options) {
  if (options.kind.empty())
    throw base::Error(base::Failure::usage, "which network?",
                      "take states, projects, processes, organisations, affiliations, resources or "
                      "query FILE");
  check_picture_options(options.written);
  const EndpointStore endpoint(options.endpoint, options.store, portion(options));
  const store::StoreWatch watch(options.store);
  const auto database = engine::Database::open(options.store);
  options.written.form.places = engine::places_of(database.store());
  options.written.form.in_language = [&](const std::string& language) {
    GraphOptions other = options;
    other.network.language = language;
    return read_network(database, other);
  };
  if (can_be_streamed(options)) {
    auto network = relations::similar_actors(database.store(), request(options));
    print_notes(network.notes, network.head.nodes.size(), network.edge_count);
    write_graph_file(network, options.written);
    return watch.check();
  }
  if (relations::is_measure(options.written.form.picture.figure))
    options.measures.push_back(options.written.form.picture.figure);
  relations::Network network = read_network(database, options);
  relations::add_measures(network, options.measures, options.seed,
                          {.cancellation = &interruption()});
  print_notes(network.notes, network.head.nodes.size(), network.edges.size());
  watch.check();
  write_graph_file(network, options.written);
}

void add_selection(CLI::App& command, GraphOptions& options) {
  command
      .add_option("--by", options.by,
                  "What ties them: beneficiaries, memberships, articles, meetings, participants, "
                  "partners, or a predicate as <IRI> or ^<IRI>; several, parted by commas")
      ->delimiter(',');
  command.add_option("--where", options.where,
                     "region=419, status=active, coverage=regional, year=2015, period=2015..2020, "
                     "role=member; several times");
  add_include_option(command, options.network.where);
  command.add_option("--min-weight", options.network.min_weight, "Leave weaker edges out")
      ->check(finite_number());
  command.add_option("--top", options.network.top, "Only the N strongest edges")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
  command.add_option("--ego", options.network.ego, "Only what is near this node: HN");
  command.add_option("--radius", options.network.radius, "How near, in edges")
      ->capture_default_str();
  command.add_flag("--isolates", options.network.isolates, "Keep nodes without edges");
}

void add_weighing(CLI::App& command, GraphOptions& options) {
  command
      .add_option("--weight", options.weight,
                  "count, jaccard, cosine, overlap, newman or hypergeometric")
      ->capture_default_str();
  command.add_flag("--tie-weights", options.tie_weights,
                   "Weigh ties by their share of the project's budget");
  command.add_flag("--sum", options.sum, "One edge for all kinds of ties, with the sum of weights");
  command.add_option("--backbone", options.backbone, "Keep what chance does not explain")
      ->check(CLI::IsMember({"none", "disparity", "sdsm"}))
      ->capture_default_str();
  command.add_option("--alpha", options.network.alpha, "Level of the backbone")
      ->check(finite_number() & CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command
      .add_option("--correction", options.correction,
                  "For many tests: none, bonferroni, holm or benjamini-hochberg")
      ->capture_default_str();
  command
      .add_option("--measures", options.measures, "all, or some of " + relations::measure_names())
      ->delimiter(',');
  command.add_option("--seed", options.seed, "Order in which communities are sought")
      ->capture_default_str();
}

void add_time(CLI::App& command, GraphOptions& options) {
  command.add_option("--slice", options.slice, "A network for each year of FIRST..LAST");
  command.add_option("--window", options.window, "Years in a slice")->capture_default_str();
  command.add_flag("--cumulative", options.cumulative, "Slices begin with the first year");
  command.add_flag("--dates", options.network.dates, "Edges say when they hold");
  command.add_flag("--evidence", options.network.evidence, "Edges list what makes them");
}

// A subcommand of its own: a bare word would be taken for the command tela query.
void add_query_kind(CLI::App& command, GraphOptions& options) {
  CLI::App* query = command.add_subcommand("query", "The network that a query describes");
  query
      ->add_option("file", options.file,
                   "A SELECT of ?source ?target, and if you like ?weight ?type ?start ?end, other "
                   "variables becoming attributes; or a CONSTRUCT")
      ->required();
  query->footer("Example:\n  tela graph query ties.rq -f graphml -o ties.graphml");
  query->fallthrough(); // the options of tela graph may follow
  query->callback([&options] { options.kind = "query"; });
}

} // namespace

void add_graph(CLI::App& app) {
  auto options = std::make_shared<GraphOptions>();
  CLI::App* command = app.add_subcommand("graph", "Write a network for Gephi, Cytoscape, yEd …");
  command->footer(
      "Examples:\n"
      "  tela graph states --by beneficiaries,memberships -f graphml -o states.graphml\n"
      "  tela graph states --ego HN --measures all --for gephi -o honduras.gexf\n"
      "  tela graph processes --weight jaccard --lang fr -f svg -o processus.svg\n"
      "  tela graph states --by beneficiaries --top 40 -f pdf --width 16cm --caption \"Source: IOM "
      "Development Fund\" -o states.pdf\n"
      "  tela graph states --by beneficiaries --top 100 -f map-svg -o map.svg");
  command->add_option("kind", options->kind,
                      "states, projects, processes, organisations; affiliations: states and what "
                      "they take part in; resources: the RDF itself; query FILE");
  add_query_kind(*command, *options);
  add_store_option(*command, options->store);
  add_endpoint_options(*command, options->endpoint);
  add_selection(*command, *options);
  add_weighing(*command, *options);
  add_time(*command, *options);
  command->add_option("--lang", options->network.language, "Language of labels")
      ->capture_default_str();
  add_graph_file(*command, options->written);
  command->callback([options] {
    options->written.form.language = options->network.language;
    run_graph(*options);
  });
}

} // namespace tela::cli
