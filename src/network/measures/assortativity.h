#pragma once

#include "network/graph.h"

#include <optional>
#include <span>

namespace tela::network {

/// How much edges keep to nodes of the same kind (the same region, say): 1 when always, 0 as often
/// as chance, negative when less. r = (trace e - |e^2|) / (1 - |e^2|), where e_xy is the share of
/// edges from kind x to kind y. Newman, Phys. Rev. E 67 (2003) 026126, eq. 2. Weights do not enter.
/// Nothing when there is no edge or only one kind at the ends. REQUIRES: one kind for each node.
[[nodiscard]] std::optional<double> assortativity(const Graph& graph,
                                                  std::span<const std::uint32_t> kinds);

} // namespace tela::network
