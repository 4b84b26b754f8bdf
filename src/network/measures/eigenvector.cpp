#include "network/measures/eigenvector.h"

#include <cmath>
#include <utility>

namespace tela::network {

namespace {

// (A + I) scores, scaled to length 1.
void step(const Arcs& in, const std::vector<double>& scores, std::vector<double>& next) {
  double squares = 0;
  for (Node n = 0; n < in.size(); ++n) {
    double sum = scores[n];
    for (std::uint64_t arc = in.offsets[n]; arc < in.offsets[n + 1]; ++arc)
      sum += in.weights[arc] * scores[in.targets[arc]];
    next[n] = sum;
    squares += sum * sum;
  }
  const double length = std::sqrt(squares);
  for (double& score : next) score /= length;
}

double difference(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

} // namespace

Iterated eigenvector(const Graph& graph, const base::Execution& execution) {
  constexpr double enough = 1e-12; // change of a score in a round, on average
  const Node count = graph.node_count();
  Iterated result{std::vector<double>(count, 1 / std::sqrt(std::max<double>(count, 1))), 0,
                  count == 0};
  std::vector<double> next(count);
  while (!result.converged && result.rounds < most_rounds) {
    execution.check();
    step(graph.in(), result.scores, next);
    result.converged = difference(result.scores, next) < enough * count;
    std::swap(result.scores, next);
    ++result.rounds;
  }
  return result;
}

} // namespace tela::network
