#pragma once

#include "base/execution.h"
#include "network/measures/components.h"

namespace tela::network {

struct CommunityOptions {
  double resolution = 1;  ///< above 1 more and smaller communities
  std::uint64_t seed = 1; ///< order in which nodes are visited; the same seed, the same result
};

struct Communities {
  Partition partition;
  double modularity = 0;
};

/// Groups that have more weight inside than chance would give, by Louvain's method: nodes move to
/// the neighbouring community that raises modularity most, then communities become nodes, until
/// nothing moves. Blondel et al., J. Stat. Mech. (2008) P10008. Directions are ignored. The result
/// depends on the seed and on nothing else. Cost: in practice some passes over the edges.
[[nodiscard]] Communities communities(const Graph& graph, const CommunityOptions& options = {},
                                      const base::Execution& execution = {});

/// Q = sum over groups of (weight inside / all weight) - resolution (strength / twice all)^2.
/// Newman & Girvan, Phys. Rev. E 69 (2004) 026113; resolution as in Reichardt & Bornholdt 2006.
/// Directions are ignored. 0 for a graph without weight.
[[nodiscard]] double modularity(const Graph& graph, std::span<const std::uint32_t> group_of,
                                double resolution = 1);

} // namespace tela::network
