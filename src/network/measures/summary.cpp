#include "network/measures/summary.h"

#include "network/measures/clustering.h"
#include "network/measures/components.h"
#include "network/measures/degree.h"
#include "network/measures/shortest_paths.h"

#include <algorithm>

namespace tela::network {

Summary summarise(const Graph& graph, const base::Execution& execution) {
  Summary result;
  result.nodes = graph.node_count();
  result.edges = graph.edge_count();
  const double n = result.nodes;
  const double possible = graph.directed() ? n * (n - 1) : n * (n - 1) / 2;
  if (possible > 0) result.density = result.edges / possible;
  if (n > 0) result.mean_degree = 2.0 * result.edges / n;
  const auto degrees = degree(graph);
  result.isolates = static_cast<std::uint32_t>(std::count(degrees.begin(), degrees.end(), 0U));
  const Partition parts = components(graph);
  result.components = static_cast<std::uint32_t>(parts.sizes.size());
  if (n > 0) result.largest_component = parts.sizes.front() / n;
  const Clustering closed = clustering(graph, execution);
  result.average_clustering = closed.average;
  result.transitivity = closed.transitivity;
  return result;
}

std::uint32_t diameter(const Graph& graph, const base::Execution& execution) {
  constexpr Node block_size = 64;
  const std::uint64_t blocks = (std::uint64_t{graph.node_count()} + block_size - 1) / block_size;
  const unsigned workers = std::max(1U, execution.threads);
  std::vector<double> longest(workers, 0);
  std::vector<ShortestPaths> paths(workers, ShortestPaths(graph.out(), Distance::hops));
  base::share_work(workers, blocks, [&](unsigned worker, std::uint64_t block) {
    const std::uint64_t end = std::min<std::uint64_t>((block + 1) * block_size, graph.node_count());
    for (std::uint64_t source = block * block_size; source < end; ++source) {
      execution.check();
      paths[worker].from(static_cast<Node>(source));
      const Node farthest = paths[worker].order().back(); // nearest first
      longest[worker] = std::max(longest[worker], paths[worker].distance(farthest));
    }
  });
  return static_cast<std::uint32_t>(*std::max_element(longest.begin(), longest.end()));
}

} // namespace tela::network
