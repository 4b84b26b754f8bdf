#pragma once

#include "base/cancellation.h"
#include "sparql/evaluator/context.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace tela::engine {

struct HttpLimits {
  std::chrono::seconds time{60};
  std::size_t answer_bytes = std::size_t{64} << 20U;
  sparql::evaluator::Reservation* body = nullptr; ///< holds what the body takes; may be null
};

struct HttpAnswer {
  std::string media_type; ///< without parameters, lower case
  std::string body;
};

/// Posts `query` to a SPARQL endpoint (SPARQL 1.1 Protocol section 2.1.2, URL-encoded) and returns
/// the answer of status 200. Follows no redirect: an allowed address must not lead to another one.
/// Throws Error(input) when the endpoint cannot be reached, refuses, or answers more than the
/// limit, Error(limit) when time or memory is up or `cancellation` (may be null) is raised. Any
/// thread.
[[nodiscard]] HttpAnswer post_query(const std::string& endpoint, const std::string& query,
                                    const HttpLimits& limits,
                                    const base::Cancellation* cancellation);

} // namespace tela::engine
