#pragma once

#include "base/execution.h"
#include "network/affiliation.h"

#include <vector>

namespace tela::network {

/// How much the actors with common events overlap: for each actor, the mean over all actors that
/// share an event with it of Jaccard's |events of both| / |events of either|. 0 for actors that
/// share none. Latapy, Magnien & Del Vecchio, Social Networks 30 (2008) 31, coefficient cc• (dot).
/// Cost: that of a projection.
[[nodiscard]] std::vector<double> two_mode_clustering(const Affiliation& graph,
                                                      const base::Execution& execution = {});

/// How often a path of three ties closes to a cycle of four: 4 C4 / L3. Robins & Alexander, Comput.
/// Math. Organ. Theory 10 (2004) 69. 0 when there is no such path. Cost: that of a projection.
[[nodiscard]] double two_mode_closure(const Affiliation& graph,
                                      const base::Execution& execution = {});

} // namespace tela::network
