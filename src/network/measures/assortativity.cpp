#include "network/measures/assortativity.h"

#include "base/require.h"

#include <map>

namespace tela::network {

std::optional<double> assortativity(const Graph& graph, std::span<const std::uint32_t> kinds) {
  base::require(kinds.size() == graph.node_count(), "one kind for each node");
  // Directed edges count once, undirected ones from both ends.
  struct Share {
    double from = 0, to = 0;
  };
  std::map<std::uint32_t, Share> shares;
  double same = 0;
  double all = 0;
  for (Node n = 0; n < graph.node_count(); ++n)
    for (const Node other : graph.out().neighbours(n)) {
      ++shares[kinds[n]].from;
      ++shares[kinds[other]].to;
      same += kinds[n] == kinds[other];
      ++all;
    }
  double chance = 0;
  for (const auto& [kind, share] : shares) chance += share.from / all * (share.to / all);
  if (all == 0 || chance >= 1) return std::nullopt;
  return (same / all - chance) / (1 - chance);
}

} // namespace tela::network
