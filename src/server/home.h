#pragma once

#include "engine/query_library.h"
#include "server/search_holder.h"
#include "server/site_holder.h"

#include <string>
#include <vector>

namespace tela::server {

/// The page at /: a query, what there is to browse, the questions of the library with their
/// addresses. It looks as the first page of a release does.
[[nodiscard]] std::string home_page(const SiteOfStore& site,
                                    const std::vector<engine::SavedQuery>& library);

/// The page of a search: the things whose names fit `words`, the best first, slips forgiven.
[[nodiscard]] std::string search_page(const SiteOfStore& site, const SearchableStore& names,
                                      const std::string& words);

} // namespace tela::server
