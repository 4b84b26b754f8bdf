#include "importer/standing_store.h"

#include "base/worker_team.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace tela::importer {

namespace {

using IdSet = std::unordered_set<rdf::Id>;

/// Tells the statements of some graphs, and what provenance says of those graphs. Statements of one
/// graph mostly follow each other.
class GraphFilter {
 public:
  GraphFilter(const IdSet& graphs, rdf::Id provenance) : graphs_(graphs), provenance_(provenance) {}

  bool operator()(const std::array<rdf::Id, 4>& quad) {
    const rdf::Id owner = quad[3] == provenance_ ? quad[0] : quad[3];
    if (owner != last_) {
      last_ = owner;
      last_wanted_ = graphs_.contains(owner);
    }
    // Records have no blank nodes; RDF that shares a graph with one is read again itself.
    return last_wanted_ && !is_blank(quad[0]) && !is_blank(quad[2]);
  }

 private:
  static bool is_blank(rdf::Id id) { return id.tag() == rdf::IdTag::blank; }

  const IdSet& graphs_;
  rdf::Id provenance_;
  rdf::Id last_;
  bool last_wanted_ = false;
};

} // namespace

std::optional<StandingStore> StandingStore::open(const std::filesystem::path& path,
                                                 std::string_view settings,
                                                 const mapping::Names& names) {
  try {
    if (!std::filesystem::exists(path)) return std::nullopt;
    store::Store store = store::Store::open(path);
    const auto text = store.metadata(build_log_key);
    auto log = text ? parse_build_log(*text) : std::nullopt;
    if (!log || log->settings != settings) return std::nullopt;
    return StandingStore(std::move(store), std::move(log->sources), names);
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

bool StandingStore::is_sound() const {
  try {
    store_.verify();
    return true;
  } catch (const base::Error&) {
    return false;
  }
}

std::optional<rdf::Id> StandingStore::find(std::string_view iri) const {
  return store_.find(rdf::iri(iri));
}

void StandingStore::for_each_derivation(const std::function<void(rdf::Id, rdf::Id)>& visit) const {
  const auto property = find(vocabulary::prov::was_derived_from);
  const auto provenance = find(names_->provenance_graph());
  if (!property || !provenance) return;
  auto cursor = store_.scan(rdf::Order::pso, std::array{*property},
                            {store::GraphSelection::Kind::merge_of, {*provenance}});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) visit(rows.columns[1][i], rows.columns[2][i]);
}

PathSet StandingStore::separable(PathSet unchanged) const {
  std::unordered_map<rdf::Id, std::string_view> files;
  for (const std::string& path : unchanged)
    if (const auto file = find(names_->source(path))) files.emplace(*file, path);
  IdSet foreign; // graphs that other files have statements in
  for_each_derivation([&](rdf::Id graph, rdf::Id file) {
    if (!files.contains(file)) foreign.insert(graph);
  });
  PathSet shared;
  for_each_derivation([&](rdf::Id graph, rdf::Id file) {
    const auto found = files.find(file);
    if (found != files.end() && foreign.contains(graph)) shared.emplace(found->second);
  });
  for (const std::string& path : shared) unchanged.erase(path);
  return unchanged;
}

IdSet StandingStore::graphs_of(const PathSet& paths) const {
  IdSet files;
  for (const std::string& path : paths)
    if (const auto file = find(names_->source(path))) files.insert(*file);
  IdSet graphs;
  for_each_derivation([&](rdf::Id graph, rdf::Id file) {
    if (files.contains(file)) graphs.insert(graph);
  });
  return graphs;
}

void StandingStore::learn(const PathSet& paths, mapping::Aliases& aliases) const {
  const auto prima = find(vocabulary::prima_id);
  const auto identifier = find(vocabulary::dcterms::identifier);
  if (!prima || !identifier) return;
  const IdSet graphs = graphs_of(paths);
  rdf::Term prima_text, project_text;
  auto cursor = store_.scan(rdf::Order::pso, std::array{*prima},
                            {store::GraphSelection::Kind::each_named, {}});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      const rdf::Id graph = rows.columns[3][i];
      if (!graphs.contains(graph)) continue;
      auto ids = store_.scan(rdf::Order::spo, std::array{rows.columns[1][i], *identifier},
                             {store::GraphSelection::Kind::merge_of, {graph}});
      const auto found = ids.next();
      if (found.count == 0) continue;
      aliases.add(store_.term(rows.columns[2][i], prima_text).value,
                  store_.term(found.columns[2][0], project_text).value);
    }
}

void StandingStore::copy(const PathSet& paths, store::Builder& builder, unsigned threads) const {
  const auto provenance = find(names_->provenance_graph());
  if (!provenance || paths.empty()) return;
  const IdSet graphs = graphs_of(paths);
  std::vector<std::function<void()>> tasks;
  for (const store::RowRange part : store_.split(rdf::Order::spo, {}, threads))
    tasks.emplace_back([&, part] {
      const auto lane = builder.new_lane();
      store::export_part(store_, rdf::Order::spo, part, GraphFilter(graphs, *provenance), *lane);
    });
  base::run_tasks(threads, tasks);
}

} // namespace tela::importer
