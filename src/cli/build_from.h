#pragma once

#include "cli/endpoint_option.h"
#include "store/builder.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tela::cli {

/// A copy of a service, or of some of its graphs, to be made.
struct MirrorRequest {
  EndpointOptions endpoint;
  std::vector<std::string> graphs; ///< IRIs; empty: everything
  std::string store;               ///< where it shall stand
  std::string base_iri;            ///< Store::base_iri()
  std::uint64_t part = 100'000;    ///< statements that are asked for at once, or one graph
  store::BuildOptions build;
};

/// Makes the copy. What has come is kept in the folder "STORE.parts" until the store stands, and is
/// not asked for again by the next try. Throws as remote::StatementPuller does, and NotWhole when
/// the service holds another number of statements at the end; the store stands as it was then.
void build_from(const MirrorRequest& request);

} // namespace tela::cli
