#pragma once

#include "server/service.h"

namespace tela::server {

/// /api/1/queries/NAME: GET tells how far a query is that its client named by the field
/// Tela-Query-Id, DELETE ends it.
void add_query_control(Router& router, const ServiceParts& parts);

} // namespace tela::server
