#pragma once

#include "base/temporary.h"
#include "cli/endpoint_option.h"
#include "remote/statement_puller.h"

#include <optional>
#include <string>

namespace tela::cli {

/// The store that a command reads: its own, or one of what a service holds, made for as long as
/// this lives. So a command has one way, whatever it reads.
class EndpointStore {
 public:
  /// Without an address nothing is done. Otherwise the portion of the service's statements is
  /// pulled, and `store` becomes the path of the store made of them. Throws what
  /// remote::StatementPuller throws.
  EndpointStore(const EndpointOptions& options, std::string& store,
                const remote::Portion& portion = {});

 private:
  std::optional<base::TemporaryFolder> folder_;
};

/// Finds out what a service is, or remembers it.
[[nodiscard]] remote::Capabilities capabilities_of(const EndpointOptions& options,
                                                   remote::SparqlService& service);

} // namespace tela::cli
