#pragma once

#include "network/measures/eigenvector.h"

namespace tela::network {

/// The share of time a walker spends at each node: with probability `damping` he follows an arc, in
/// proportion to its weight, else he jumps to any node; from a node without ways out he always
/// jumps. Scores add up to 1. Brin & Page, Computer Networks 30 (1998) 107, with the dangling mass
/// kept as in Langville & Meyer, Internet Math. 1 (2004) 335. Until the change of a round is below
/// 1e-12 in sum.
[[nodiscard]] Iterated pagerank(const Graph& graph, double damping = 0.85,
                                const base::Execution& execution = {});

} // namespace tela::network
