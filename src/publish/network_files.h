#pragma once

#include "publish/dumps.h"

namespace tela::publish {

/// Writes the networks that the data give, as GraphML and GEXF: networks/states.graphml and so on,
/// as `tela graph` writes them. A network that the data do not give is left out and said in
/// `notes`.
[[nodiscard]] std::vector<Download> write_networks(const store::Store& store, ReleaseFolder& folder,
                                                   std::vector<std::string>& notes);

} // namespace tela::publish
