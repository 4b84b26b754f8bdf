#include "network/measures/closeness.h"

#include <algorithm>

namespace tela::network {

std::vector<double> closeness(const Graph& graph, Distance distance,
                              const base::Execution& execution) {
  constexpr Node block_size = 64;
  const Node count = graph.node_count();
  std::vector<double> result(count, 0);
  const std::uint64_t blocks = (std::uint64_t{count} + block_size - 1) / block_size;
  std::vector<ShortestPaths> paths(std::max(1U, execution.threads),
                                   ShortestPaths(graph.in(), distance));
  base::share_work(execution.threads, blocks, [&](unsigned worker, std::uint64_t block) {
    ShortestPaths& found = paths[worker];
    const std::uint64_t end = std::min<std::uint64_t>((block + 1) * block_size, count);
    for (std::uint64_t node = block * block_size; node < end; ++node) {
      execution.check();
      found.from(static_cast<Node>(node));
      double sum = 0;
      for (const Node other : found.order()) sum += found.distance(other);
      const auto reached = static_cast<double>(found.order().size() - 1);
      if (sum > 0) result[node] = reached / sum * (reached / (count - 1.0));
    }
  });
  return result;
}

} // namespace tela::network
