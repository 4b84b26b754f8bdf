#pragma once

#include "base/cancellation.h"
#include "sparql/evaluator/service.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::engine {

/// What evaluates SERVICE: endpoints that do not lie below one of `allowed_prefixes`
/// (remote/service_address.h) are an Error(input) that says how to allow them; a redirect is not
/// followed; answers are limited in time and size. Bindings go along as blocks of VALUES, at most
/// 1,000 rows each, half as many from the time on that a service refuses them or cuts the answer,
/// none where it refuses one; without bindings rows are handed over as they come. `cancellation`
/// may be null and must outlive the handler.
[[nodiscard]] sparql::evaluator::ServiceHandler
make_service_client(const std::vector<std::string>& allowed_prefixes,
                    const base::Cancellation* cancellation);

} // namespace tela::engine
