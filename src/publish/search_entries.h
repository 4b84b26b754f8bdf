#pragma once

#include "publish/columns.h"
#include "publish/page_reader.h"
#include "publish/search_index.h"

#include <optional>
#include <string>
#include <vector>

namespace tela::publish {

/// What the search is told of each page: its names and codes, the words said of it, the names of
/// what it leads to, and the facets of the plan. Immutable; any number of threads. Keeps a
/// reference to the site.
class SearchEntries {
 public:
  explicit SearchEntries(const Site& site);

  /// Nothing for a page without a name.
  [[nodiscard]] std::optional<SearchEntry> entry(Naming& naming, const PageContent& content) const;

  /// search/facets.json: the names of the kinds by rank, and of each facet's values by number.
  [[nodiscard]] std::string legend(Naming& naming, const SearchIndex& index) const;

 private:
  void read_names(Naming& naming, const Fact& fact, SearchEntry& entry) const;
  void read_text(Naming& naming, const Fact& fact, SearchEntry& entry) const;
  [[nodiscard]] std::vector<rdf::Id> values(Naming& naming, const Column& facet,
                                            const Row& row) const;

  const Site& site_;
  std::vector<Column> facets_;
  std::vector<std::uint32_t> ranks_; ///< of each kind
};

} // namespace tela::publish
