#pragma once

#include "server/service.h"

namespace tela::server {

/// /why/HN/SV.json: what ties two states (or, with ?of=processes, others), with the evidence, as
/// `tela why` gives it. Parameters: of, by, where, lang.
void add_why_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
