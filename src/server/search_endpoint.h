#pragma once

#include "server/search_holder.h"
#include "server/service.h"

namespace tela::server {

/// /api/1/search?text=hondur&type=state&lang=es&limit=10: things whose names begin so or hold the
/// words, slips forgiven, best first. Each has iri, name in that language, the name that was found
/// with its language, fit ("begins", "whole", "words", "mistaken") and types. `type` is a class:
/// its IRI or, of Tela's own, its name in lower case. For whoever types, so it needs to be quick.
void add_search_endpoint(Router& router, const ServiceParts& parts,
                         const std::shared_ptr<SearchHolder>& searches);

} // namespace tela::server
