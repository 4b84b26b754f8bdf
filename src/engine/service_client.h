#pragma once

#include "base/cancellation.h"
#include "sparql/evaluator/service.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::engine {

/// What evaluates SERVICE: endpoints that do not lie below one of `allowed_prefixes`
/// (engine/service_address.h) are an Error(input) that says how to allow them; a redirect is not
/// followed; answers are limited in time and size (engine/http_client.h), and charged to `memory`
/// while they are read. `cancellation` and `memory` may be null and must outlive the handler.
[[nodiscard]] sparql::evaluator::ServiceHandler
make_service_client(const std::vector<std::string>& allowed_prefixes,
                    const base::Cancellation* cancellation, base::MemoryBudget* memory);

} // namespace tela::engine
