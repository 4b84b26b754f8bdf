#include "network/measures/betweenness.h"

namespace tela::network {

namespace {

// Walks back from the farthest node. share[n] becomes (1 + dependency of the source on n) / paths
// to n: what each shortest path to n hands to the node before. Calls at_edge(edge, value) for each
// edge on a shortest path, and at_node(node, value) for each node but the source.
template<class AtNode, class AtEdge>
void walk_back(const ShortestPaths& found, std::vector<double>& share, const AtNode& at_node,
               const AtEdge& at_edge) {
  const auto& order = found.order();
  for (std::size_t at = order.size(); at-- > 0;) {
    const Node node = order[at];
    const double paths = found.paths(node);
    double sum = 0;
    for (const ShortestPaths::Step& step : found.steps(at)) {
      sum += share[step.to];
      at_edge(step.edge, share[step.to] * paths);
    }
    share[node] = (1 + sum * paths) / paths;
    if (at > 0) at_node(node, sum * paths);
  }
}

// Sources are dealt to a fixed number of piles and the piles added in order, so that the sums come
// out the same whatever the number of threads.
constexpr unsigned piles = 16;

// add(sum of a pile, found paths, share) for each source.
template<class Add>
std::vector<double> summed_over_sources(const Graph& graph, Distance distance,
                                        const base::Execution& execution, std::size_t size,
                                        const Add& add) {
  std::vector<std::vector<double>> sums(piles);
  base::share_work(execution.threads, piles, [&](unsigned, std::uint64_t pile) {
    sums[pile].assign(size, 0);
    ShortestPaths paths(graph.out(), distance);
    std::vector<double> share(graph.node_count());
    for (std::uint64_t source = pile; source < graph.node_count(); source += piles) {
      execution.check();
      paths.from(static_cast<Node>(source));
      add(sums[pile], paths, share);
    }
  });
  const double factor = graph.directed() ? 1.0 : 0.5; // undirected pairs are met from both ends
  std::vector<double> result(size, 0);
  for (const auto& pile : sums)
    for (std::size_t i = 0; i < size; ++i) result[i] += pile[i] * factor;
  return result;
}

} // namespace

std::vector<double> betweenness(const Graph& graph, Distance distance,
                                const base::Execution& execution) {
  const auto add = [&](std::vector<double>& sum, const ShortestPaths& paths,
                       std::vector<double>& share) {
    walk_back(
        paths, share, [&](Node node, double value) { sum[node] += value; },
        [](std::uint32_t, double) {});
  };
  return summed_over_sources(graph, distance, execution, graph.node_count(), add);
}

std::vector<double> edge_betweenness(const Graph& graph, Distance distance,
                                     const base::Execution& execution) {
  const auto add = [&](std::vector<double>& sum, const ShortestPaths& paths,
                       std::vector<double>& share) {
    walk_back(
        paths, share, [](Node, double) {},
        [&](std::uint32_t edge, double value) { sum[edge] += value; });
  };
  return summed_over_sources(graph, distance, execution, graph.edge_count(), add);
}

} // namespace tela::network
