#pragma once

#include "server/service.h"

namespace tela::server {

/// /sparql: the query operation of the SPARQL 1.1 Protocol
/// (https://www.w3.org/TR/sparql11-protocol/) by GET, form POST, direct POST and QUERY; without a
/// query, the service's description. Updates are answered with 403.
void add_sparql_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
