#include "cli/load.h"

#include "base/error.h"
#include "base/progress.h"
#include "cli/endpoint_store.h"
#include "cli/messages.h"
#include "cli/program.h"
#include "cli/store_option.h"
#include "rdf/nquads_writer.h"
#include "remote/graph_sender.h"
#include "store/store.h"
#include "store/store_watch.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_map>

namespace tela::cli {

namespace {

struct LoadOptions {
  std::string store, graph_store, update;
  std::vector<std::string> graphs;
  EndpointOptions endpoint;
};

/// How many statements each graph has; "" is the default graph.
using Counts = std::map<std::string, std::uint64_t>;

Counts counts_of(const store::Store& store, const std::vector<std::string>& wanted) {
  Counts counts;
  rdf::Term storage;
  for (const auto& [id, triples] : store.graphs()) {
    const rdf::TermView name = id.defined() ? store.term(id, storage) : rdf::TermView{};
    if (id.defined() && name.kind != rdf::TermKind::iri)
      throw base::Error(base::Failure::input, "a graph that is a blank node has no name elsewhere",
                        "name the graphs to load with --graph");
    const std::string iri(name.value);
    if (wanted.empty() || std::ranges::find(wanted, iri) != wanted.end()) counts[iri] = triples;
  }
  for (const std::string& iri : wanted)
    if (!counts.contains(iri))
      throw base::Error(base::Failure::usage, "there is no graph <" + iri + "> in the store",
                        "see tela info --graphs");
  return counts;
}

/// Keeps the statements of some graphs, a text each.
class Collector final : public rdf::QuadSink {
 public:
  void want(const std::string& graph) { texts_[graph].graph = graph; }
  void quad(const rdf::QuadView& quad) override {
    const auto found = texts_.find(std::string(quad.graph ? quad.graph->value : ""));
    if (found == texts_.end()) return;
    remote::GraphText& text = found->second;
    rdf::append_nquad(text.lines.emplace_back(),
                      {quad.subject, quad.predicate, quad.object, std::nullopt});
    text.has_blanks = text.has_blanks || quad.subject.kind == rdf::TermKind::blank ||
                      quad.object.kind == rdf::TermKind::blank;
  }
  [[nodiscard]] const std::unordered_map<std::string, remote::GraphText>& texts() const {
    return texts_;
  }

 private:
  std::unordered_map<std::string, remote::GraphText> texts_;
};

/// Sends graphs as many at a time as memory holds; each time the store is read once.
void send_all(const store::Store& store, const Counts& counts, remote::GraphSender& sender) {
  constexpr std::uint64_t held = 1'000'000; // statements, of 150 bytes or so
  base::Progress progress(standard_error_is_lively() ? stderr : nullptr, "graphs", counts.size());
  std::uint64_t sent = 0;
  for (auto next = counts.begin(); next != counts.end();) {
    Collector collector;
    std::uint64_t statements = 0;
    for (; next != counts.end() && (statements == 0 || statements + next->second <= held); ++next) {
      collector.want(next->first);
      statements += next->second;
    }
    store::export_quads(store, rdf::Order::spo, collector);
    for (const auto& [name, text] : collector.texts()) {
      interruption().check();
      sender.send(text);
      progress.update(++sent);
    }
  }
}

/// What the service says that it holds of these graphs, asked for by blocks of them.
Counts counted(const EndpointOptions& options, const Counts& sent) {
  auto service = open_service(options);
  const auto known = remote::probe(service, remote::load_dialects(options.dialects));
  Counts counts;
  std::vector<std::string> block;
  const auto ask = [&] {
    if (block.empty()) return;
    for (const auto& graph : remote::StatementPuller(service, known, {block, {}}).graphs())
      counts[graph.term.value] = graph.count;
    block.clear();
  };
  for (const auto& [name, statements] : sent) {
    if (!name.empty()) block.push_back(name);
    if (block.size() == known.dialect.values) ask();
  }
  ask();
  return counts;
}

// sent = whole + not whole; which are not is said.
void check_ledger(const Counts& sent, const Counts& counts) {
  constexpr std::size_t shown = 5;
  std::uint64_t statements = 0, whole = 0, uncounted = 0;
  std::vector<std::string> others;
  for (const auto& [name, count] : sent) {
    statements += count;
    const auto found = counts.find(name);
    const std::uint64_t there = found == counts.end() ? 0 : found->second;
    if (name.empty())
      ++uncounted; // it may be the union of all
    else if (there == count)
      ++whole;
    else
      others.push_back("<" + name + "> has " + std::to_string(there) + " of " +
                       std::to_string(count));
  }
  print_note("graphs sent " + std::to_string(sent.size()) + " = whole " + std::to_string(whole) +
             " + not whole " + std::to_string(others.size()) + " + not counted " +
             std::to_string(uncounted) + "; " + std::to_string(statements) + " statements");
  if (others.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < std::min(shown, others.size()); ++i)
    list += (i == 0 ? "" : ", ") + others[i];
  throw base::Error(base::Failure::input,
                    "the service does not hold what was sent: " + list +
                        (others.size() > shown ? ", …" : ""),
                    "it may change values, or take the same statement for one; load it again, or "
                    "compare: tela diff --endpoint");
}

remote::GraphSender sender_for(const LoadOptions& options) {
  const auto at = [&](const std::string& address) {
    EndpointOptions other = options.endpoint;
    other.address = address;
    return open_service(other);
  };
  auto service = open_service(options.endpoint);
  const auto known = capabilities_of(options.endpoint, service);
  if (!options.graph_store.empty())
    return {at(options.graph_store), std::nullopt, known.dialect.inserts};
  return {std::nullopt, at(options.update.empty() ? options.endpoint.address : options.update),
          known.dialect.inserts};
}

void run_load(const LoadOptions& options) {
  const store::StoreWatch watch(options.store);
  const auto store = store::Store::open(options.store);
  const Counts counts = counts_of(store, options.graphs);
  auto sender = sender_for(options);
  send_all(store, counts, sender);
  watch.check();
  check_ledger(counts, counted(options.endpoint, counts));
}

} // namespace

void add_load(CLI::App& app) {
  auto options = std::make_shared<LoadOptions>();
  CLI::App* command = app.add_subcommand("load", "Put the graphs of a store into a SPARQL service");
  command->footer(
      "Each graph takes the place of what the service held under its name, so that a load may be\n"
      "repeated; at the end the service is asked how much it holds of each.\n\n"
      "Examples:\n"
      "  tela load --endpoint http://localhost:3030/ds/sparql --graph-store "
      "http://localhost:3030/ds/data\n"
      "  tela load --endpoint http://localhost:3030/ds/sparql --update "
      "http://localhost:3030/ds/update");
  add_store_option(*command, options->store);
  add_endpoint_options(*command, options->endpoint, "--endpoint",
                       "Address at which the service answers queries")
      ->required();
  command
      ->add_option("--graph-store", options->graph_store,
                   "Address of its graph store (Graph Store Protocol)")
      ->type_name("URL");
  command
      ->add_option("--update", options->update,
                   "Address at which it takes updates; without either that of --endpoint")
      ->type_name("URL");
  command->add_option("--graph", options->graphs, "IRI of a graph to load; several times")
      ->allow_extra_args(false);
  command->callback([options] { run_load(*options); });
}

} // namespace tela::cli
