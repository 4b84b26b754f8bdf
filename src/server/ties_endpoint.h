#pragma once

#include "server/service.h"

namespace tela::server {

/// /api/1/ties?of=IRI&where=period=2010..2015: how many others each relation ties a thing to,
/// before anybody asks for the network: [{actors, by, count}], those without ties left out. The
/// networks themselves are at /graph/ACTORS.json?by=BY&ego=IRI.
void add_ties_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
