#pragma once

#include "server/search_holder.h"
#include "server/service.h"

#include <memory>

namespace tela::server {

/// The page and the Turtle of every resource, made on demand as `tela publish` makes them:
/// /state/HN.html and /state/HN.ttl; /state/HN itself answers 303 to the one that Accept asks for.
/// Lists by kind, style, script and icon of the pages likewise. / is the page to start from, and
/// with ?q= the page of a search.
void add_page_endpoint(Router& router, const ServiceParts& parts,
                       std::shared_ptr<SearchHolder> searches);

} // namespace tela::server
