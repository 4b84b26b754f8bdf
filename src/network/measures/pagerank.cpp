#include "network/measures/pagerank.h"

#include "network/measures/degree.h"

#include <cmath>
#include <utility>

namespace tela::network {

Iterated pagerank(const Graph& graph, double damping, const base::Execution& execution) {
  constexpr double enough = 1e-12;
  const Node count = graph.node_count();
  const Arcs& in = graph.in();
  const std::vector<double> leaving = strength(graph, ArcSide::out);
  Iterated result{std::vector<double>(count, 1.0 / count), 0, count == 0};
  std::vector<double> next(count);
  while (!result.converged && result.rounds < most_rounds) {
    execution.check();
    double stuck = 0;
    for (Node n = 0; n < count; ++n)
      if (leaving[n] == 0) stuck += result.scores[n];
    const double jumped = (1 - damping + damping * stuck) / count;
    double change = 0;
    for (Node n = 0; n < count; ++n) {
      double followed = 0;
      for (std::uint64_t arc = in.offsets[n]; arc < in.offsets[n + 1]; ++arc) {
        const Node from = in.targets[arc];
        if (leaving[from] > 0) followed += result.scores[from] * in.weights[arc] / leaving[from];
      }
      next[n] = jumped + damping * followed;
      change += std::abs(next[n] - result.scores[n]);
    }
    result.converged = change < enough;
    std::swap(result.scores, next);
    ++result.rounds;
  }
  return result;
}

} // namespace tela::network
