#include "network/backbone/disparity.h"

#include "network/measures/degree.h"

#include <algorithm>
#include <cmath>

namespace tela::network {

namespace {

double surprise(double weight, double strength, std::uint32_t degree) {
  if (degree < 2 || strength <= 0) return 1;
  return std::pow(1 - weight / strength, degree - 1.0);
}

} // namespace

std::vector<double> disparity(const Graph& graph) {
  const auto leaving = strength(graph, ArcSide::out);
  const auto reaching = strength(graph, ArcSide::in);
  std::vector<double> result;
  result.reserve(graph.edge_count());
  for (const WeightedEdge& edge : graph.edges())
    result.push_back(std::min(surprise(edge.weight, leaving[edge.a], graph.out().degree(edge.a)),
                              surprise(edge.weight, reaching[edge.b], graph.in().degree(edge.b))));
  return result;
}

} // namespace tela::network
