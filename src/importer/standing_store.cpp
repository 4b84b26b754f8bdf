#include "importer/standing_store.h"

#include "mapping/ontology_mapper.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace tela::importer {

std::optional<StandingStore> StandingStore::open(const std::filesystem::path& path,
                                                 std::string_view settings,
                                                 const mapping::Names& names) {
  try {
    if (!std::filesystem::exists(path)) return std::nullopt;
    store::Store store = store::Store::open(path);
    const auto text = store.metadata(build_log_key);
    auto log = text ? parse_build_log(*text) : std::nullopt;
    if (!log || log->settings != settings) return std::nullopt;
    store.verify();
    return StandingStore(std::move(store), std::move(log->sources), names);
  } catch (const base::Error&) {
    return std::nullopt;
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
                            {rdf::GraphSelection::Kind::merge_of, {*provenance}});
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) visit(rows.columns[1][i], rows.columns[2][i]);
}

// What was derived follows from all sources. Nothing where any graph may have been filled, or one
// that is of no source alone.
std::optional<store::GraphSet> StandingStore::filled_by_others(const PathSet& unchanged) const {
  store::GraphSet graphs(store_);
  graphs.insert(id_of(names_->derived_graph()));
  std::unordered_set<rdf::Id> files;
  for (const SourceReport& source : sources_) {
    if (unchanged.contains(source.path)) continue;
    if (source.is_rdf) {
      if (!source.graphs) return std::nullopt;
      for (const std::string& graph : *source.graphs) graphs.insert(id_of(graph));
      graphs.insert(id_of(source.graph));
    } else if (const auto file = find(names_->source(source.name))) {
      files.insert(*file);
    }
  }
  for_each_derivation([&](rdf::Id graph, rdf::Id file) {
    if (files.contains(file)) graphs.insert(graph);
  });
  const std::array common{names_->provenance_graph(), names_->gazetteer_graph(),
                          names_->general_knowledge_graph(), std::string(mapping::ontology_graph)};
  if (std::ranges::any_of(common, [&](const auto& graph) { return graphs.contains(id_of(graph)); }))
    return std::nullopt;
  return graphs;
}

PathSet StandingStore::apart_from(const store::GraphSet& graphs, const PathSet& unchanged) const {
  const std::string provenance = names_->provenance_graph();
  // Of provenance, too, goes what is about the graphs.
  const auto is_apart = [&](const SourceReport& source) {
    return source.graphs && !graphs.contains(id_of(source.graph)) &&
           std::ranges::none_of(*source.graphs, [&](const std::string& graph) {
             return graph == provenance || graphs.contains(id_of(graph));
           });
  };
  PathSet apart;
  std::unordered_map<rdf::Id, std::string_view> files;
  for (const SourceReport& source : sources_) {
    if (!unchanged.contains(source.path)) continue;
    if (!source.is_rdf) {
      apart.insert(source.path);
      if (const auto file = find(names_->source(source.name))) files.emplace(*file, source.path);
    } else if (is_apart(source)) {
      apart.insert(source.path);
    }
  }
  for_each_derivation([&](rdf::Id graph, rdf::Id file) {
    if (!graphs.contains(graph)) return;
    if (const auto found = files.find(file); found != files.end())
      apart.erase(std::string(found->second));
  });
  return apart;
}

std::optional<StandingPart> StandingStore::part_of(const PathSet& unchanged) const {
  auto others = filled_by_others(unchanged);
  if (!others) return std::nullopt;
  PathSet sources = apart_from(*others, unchanged);
  return StandingPart{std::move(sources), {std::move(*others), id_of(names_->provenance_graph())}};
}

void StandingStore::learn(const StandingPart& part, mapping::Aliases& aliases) const {
  const auto prima = find(vocabulary::prima_id);
  const auto identifier = find(vocabulary::dcterms::identifier);
  if (!prima || !identifier) return;
  std::multimap<std::pair<rdf::Id, rdf::Id>, rdf::Id> prima_ids; // by project and graph
  const auto for_each_kept = [&](rdf::Id property, const auto& visit) {
    auto cursor = store_.scan(rdf::Order::pso, std::array{property},
                              {rdf::GraphSelection::Kind::each_named, {}});
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) {
        const rdf::Id subject = rows.columns[1][i];
        const rdf::Id graph = rows.columns[3][i];
        if (!part.left_out.contains(subject, graph))
          visit(std::pair{subject, graph}, rows.columns[2][i]);
      }
  };
  for_each_kept(*prima, [&](const auto& key, rdf::Id value) { prima_ids.emplace(key, value); });
  rdf::Term prima_text, project_text;
  for_each_kept(*identifier, [&](const auto& key, rdf::Id value) {
    const auto [begin, end] = prima_ids.equal_range(key);
    for (auto found = begin; found != end; ++found)
      aliases.add(store_.term(found->second, prima_text).value,
                  store_.term(value, project_text).value);
  });
}

} // namespace tela::importer
