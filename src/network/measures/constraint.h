#pragma once

#include "base/execution.h"
#include "network/graph.h"

#include <vector>

namespace tela::network {

/// How much a node's contacts are tied to each other, so that it has few holes to bridge:
/// c_i = sum over contacts j of (p_ij + sum over other contacts q of p_iq p_qj)^2, where p_ij is
/// the share of i's weight, in both directions, that goes to j. Burt, Structural Holes (1992),
/// eq. 2.4. NaN for a node without contacts. Cost: the sum over nodes of the degrees of their
/// contacts.
[[nodiscard]] std::vector<double> constraint(const Graph& graph,
                                             const base::Execution& execution = {});

} // namespace tela::network
