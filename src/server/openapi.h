#pragma once

#include "engine/query_library.h"

#include <string>
#include <vector>

namespace tela::server {

/// All addresses of the server as an OpenAPI 3.1 document: the queries of `library` from their
/// heads, with their parameters, and the fixed ones.
[[nodiscard]] std::string openapi(const std::vector<engine::SavedQuery>& library,
                                  const std::string& public_url);

} // namespace tela::server
