#pragma once

#include "base/cancellation.h"
#include "sparql/evaluator/service.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::engine {

/// Whether `endpoint` is http(s) and starts with one of the prefixes the user allowed, up to the
/// end of a path segment: "http://localhost:8000" allows "http://localhost:8000/x" but neither
/// "http://localhost:80001" nor "http://localhost:8000@elsewhere".
[[nodiscard]] bool is_allowed_service(std::string_view endpoint,
                                      const std::vector<std::string>& prefixes);

/// What evaluates SERVICE: endpoints outside `allowed_prefixes` are an Error(input) that says how
/// to allow them; answers are limited in time and size (engine/http_client.h). `cancellation` may
/// be null and must outlive the handler.
[[nodiscard]] sparql::evaluator::ServiceHandler
make_service_client(std::vector<std::string> allowed_prefixes,
                    const base::Cancellation* cancellation);

} // namespace tela::engine
