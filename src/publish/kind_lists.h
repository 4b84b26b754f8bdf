#pragma once

#include "publish/resource_page.h"
#include "publish/site.h"

#include <functional>
#include <string>
#include <vector>

namespace tela::publish {

/// A list of all pages of one kind.
struct KindList {
  LocalText name;
  std::string file; ///< of its first page: "lists/project.html"
  std::uint64_t pages = 0;
  bool named = false; ///< whether its things have labels: lists of others are for the curious
};

/// Makes the lists of pages by kind, of 500 pages each, in the order of the English names (without
/// case and accents), unnamed things by IRI; hands over the files. Returns what there is: first
/// the kinds that the data are about, as the ontology knows them, then by size. Memory: the names
/// of the largest kind.
[[nodiscard]] std::vector<KindList> make_kind_lists(const Site& site, const std::string& site_name,
                                                    const std::function<void(PageFile)>& output);

} // namespace tela::publish
