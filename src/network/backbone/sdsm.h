#pragma once

#include "base/execution.h"
#include "network/affiliation.h"
#include "network/projection.h"

#include <span>
#include <vector>

namespace tela::network {

/// The stochastic degree sequence model: how surprising it is that two actors share as many events
/// as they do, in random graphs in which each actor takes part in as many events, and each event
/// has as many actors, as observed, on average. Neal, Social Networks 39 (2014) 84; with the
/// probabilities of the bipartite configuration model as in Neal, Domagalski & Sagan, Sci. Rep. 11
/// (2021) 23929. Nothing is drawn at random, so that there is no seed.
///
/// One probability for each of `edges`, which come from project(graph). To keep a backbone, correct
/// them for all n(n-1)/2 pairs (network/backbone/multiple_tests.h) and keep those below alpha.
/// Cost: a Poisson-binomial tail for each distinct (degree, degree, shared).
[[nodiscard]] std::vector<double> sdsm(const Affiliation& graph,
                                       std::span<const ProjectedEdge> edges,
                                       const base::Execution& execution = {});

} // namespace tela::network
