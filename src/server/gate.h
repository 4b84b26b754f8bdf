#pragma once

#include "server/problem.h"
#include "server/request.h"

#include <optional>
#include <string>
#include <vector>

namespace tela::server {

/// Who may ask.
struct GateSettings {
  std::vector<std::string>
      hosts;         ///< names that the Host field may have beside loopback's; "*": any
  std::string cors;  ///< the origin whose pages may read answers, "*": all; empty: none
  std::string token; ///< what "Authorization: Bearer" must say; empty: nothing
};

/// Whether the Host field names this server: a page of another site whose name was made to resolve
/// to a loopback address (DNS rebinding) sends its own name. Requests over a Unix socket have no
/// such risk.
[[nodiscard]] bool is_own_host(const Request& request, const GateSettings& settings);

/// Whether two secrets are equal, in a time that tells nothing but their lengths.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

/// Why the request is turned away; nothing when it may pass.
[[nodiscard]] std::optional<Problem> turned_away(const Request& request,
                                                 const GateSettings& settings);

/// The fields that let a page of the allowed origin read an answer; none when CORS is not allowed.
[[nodiscard]] Parameters cors_fields(const Request& request, const GateSettings& settings);

} // namespace tela::server
