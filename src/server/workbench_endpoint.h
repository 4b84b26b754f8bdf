#pragma once

#include "server/service.h"

namespace tela::server {

/// The page for people at /workbench, and its parts below /workbench/ (src/workbench/README.md).
void add_workbench_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
