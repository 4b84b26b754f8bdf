#pragma once

#include "importer/build_log.h"
#include "mapping/names.h"
#include "store/left_out.h"
#include "store/store.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::importer {

/// Paths of sources, ascending.
using PathSet = std::set<std::string, std::less<>>;

/// What of a store need not be made again.
struct StandingPart {
  PathSet sources;         ///< those whose statements are all kept
  store::LeftOut left_out; ///< which are not
};

/// The store that stands where a new one is to be built: what it was built from, and what of it can
/// be kept. Each record has a graph of its own, and provenance names the file that each graph was
/// derived from; of RDF files the log names the graphs. So it is known which graphs a file has
/// filled, and everything else can stay.
class StandingStore {
 public:
  /// Nothing when there is none, when it is damaged or no store, and when it was built with other
  /// settings: then everything is to be read. `names` must outlive it. Cost: one sequential read,
  /// so that no damage is taken over or left as it is.
  [[nodiscard]] static std::optional<StandingStore>
  open(const std::filesystem::path& path, std::string_view settings, const mapping::Names& names);

  /// In the order of that build.
  [[nodiscard]] const std::vector<SourceReport>& sources() const noexcept { return sources_; }
  [[nodiscard]] const store::Store& store() const noexcept { return store_; }

  /// What stays when all sources but `unchanged` go: everything but the graphs that they have
  /// filled. An unchanged source that has filled one of these, too, is not among the sources of the
  /// part. The part must not outlive this. Nothing when it cannot be told what the others have
  /// filled.
  [[nodiscard]] std::optional<StandingPart> part_of(const PathSet& unchanged) const;

  /// Adds what the statements of `part` say of Prima ids and project ids.
  void learn(const StandingPart& part, mapping::Aliases& aliases) const;

 private:
  StandingStore(store::Store store, std::vector<SourceReport> sources, const mapping::Names& names)
      : store_(std::move(store)), sources_(std::move(sources)), names_(&names) {}

  [[nodiscard]] std::optional<rdf::Id> find(std::string_view iri) const;
  [[nodiscard]] rdf::Id id_of(std::string_view iri) const { return find(iri).value_or(rdf::Id{}); }
  void for_each_derivation(const std::function<void(rdf::Id graph, rdf::Id file)>& visit) const;
  [[nodiscard]] std::optional<store::GraphSet> filled_by_others(const PathSet& unchanged) const;
  [[nodiscard]] PathSet apart_from(const store::GraphSet& graphs, const PathSet& unchanged) const;

  store::Store store_;
  std::vector<SourceReport> sources_;
  const mapping::Names* names_;
};

} // namespace tela::importer
