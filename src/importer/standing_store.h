#pragma once

#include "importer/build_log.h"
#include "mapping/names.h"
#include "store/builder.h"
#include "store/store.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tela::importer {

/// Paths of sources, ascending.
using PathSet = std::set<std::string, std::less<>>;

/// The store that stands where a new one is to be built: what it was built from, and the statements
/// that need not be made again. Each record has a graph of its own, and provenance names the file
/// that each graph was derived from: so the statements of a file are found again.
class StandingStore {
 public:
  /// Nothing when there is none, when it is damaged or no store, and when it was built with other
  /// settings: then everything is to be read. `names` must outlive it. Cost: the store's header and
  /// log.
  [[nodiscard]] static std::optional<StandingStore>
  open(const std::filesystem::path& path, std::string_view settings, const mapping::Names& names);

  /// In the order of that build.
  [[nodiscard]] const std::vector<SourceReport>& sources() const noexcept { return sources_; }

  /// Whether all bytes are those that were written. Cost: one sequential read.
  [[nodiscard]] bool is_sound() const;

  /// Those of the record files `unchanged` whose statements can be told from those of all other
  /// sources: two files that speak of one record share its graph.
  [[nodiscard]] PathSet separable(PathSet unchanged) const;

  /// Adds what the record files `paths` say of Prima ids and project ids.
  void learn(const PathSet& paths, mapping::Aliases& aliases) const;

  /// Pushes the statements of the record files `paths` into `builder`, on `threads` threads. Cost:
  /// one pass over the store.
  void copy(const PathSet& paths, store::Builder& builder, unsigned threads) const;

 private:
  StandingStore(store::Store store, std::vector<SourceReport> sources, const mapping::Names& names)
      : store_(std::move(store)), sources_(std::move(sources)), names_(&names) {}

  [[nodiscard]] std::optional<rdf::Id> find(std::string_view iri) const;
  /// The graphs of the records of files.
  [[nodiscard]] std::unordered_set<rdf::Id> graphs_of(const PathSet& paths) const;
  void for_each_derivation(const std::function<void(rdf::Id graph, rdf::Id file)>& visit) const;

  store::Store store_;
  std::vector<SourceReport> sources_;
  const mapping::Names* names_;
};

} // namespace tela::importer
