#pragma once

#include "server/service.h"

namespace tela::server {

/// /sparql: the query operation of the SPARQL 1.1 Protocol
/// (https://www.w3.org/TR/sparql11-protocol/) by GET, form POST, direct POST and QUERY; without a
/// query, the service's description. Updates are answered with 403. /api/1/check takes the same and
/// says whether the query is well-formed: the plan, or the place of the fault.
void add_sparql_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
