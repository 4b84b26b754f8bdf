#pragma once

#include "server/service.h"

namespace tela::server {

/// The page and the Turtle of every resource, made on demand as `tela publish` makes them:
/// /state/HN.html and /state/HN.ttl; /state/HN itself answers 303 to the one that Accept asks for.
/// Style, script and icon of the pages. / lists the addresses of the server.
void add_page_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
