#pragma once

#include "server/search_holder.h"
#include "server/service.h"

#include <memory>

namespace tela::server {

/// /reconcile: the Reconciliation Service API 0.2
/// (https://reconciliation-api.github.io/specs/0.2/), as OpenRefine speaks it: the manifest;
/// batches of queries, with types; suggest of entities, types and properties; preview; data
/// extension. Things are found by search::LabelIndex; "match" is said when one thing alone has that
/// very name.
void add_reconcile_endpoint(Router& router, const ServiceParts& parts,
                            const std::shared_ptr<SearchHolder>& searches);

} // namespace tela::server
