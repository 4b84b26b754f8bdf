#pragma once

#include "server/service.h"

namespace tela::server {

/// /mcp: the Model Context Protocol over HTTP ("Streamable HTTP"): a message by POST, its answer as
/// JSON; a notification is answered with 202. There are no streams of the server's own, so GET is
/// answered with 405.
void add_mcp_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
