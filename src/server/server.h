#pragma once

#include "base/cancellation.h"
#include "server/service.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tela::server {

/// Where and for whom the server listens, and what clients may cost. The limits that are not here
/// are those of connection.h and listener.h.
struct ServerSettings {
  std::vector<std::string> addresses{"127.0.0.1:7878"}; ///< see Address
  bool is_public = false; ///< other addresses than local ones are wanted
  std::size_t connections = 512, connections_an_address = 32;
  std::uint64_t body_bytes = 4U << 20U;
  ServiceSettings service;
};

/// Serves until `stop` is raised, then lets requests under way end for five seconds. `on_ready` is
/// called once with what the addresses are called. Throws Error(input) when the store or an address
/// cannot be had, Error(usage) when an address is open to others and neither is_public nor a token
/// is set.
void serve(const ServerSettings& settings, const base::Cancellation& stop,
           const std::function<void(const std::vector<std::string>&)>& on_ready);

} // namespace tela::server
