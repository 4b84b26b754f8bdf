#include "network/measures/degree.h"

namespace tela::network {

namespace {

// Sums `of(arcs, node)` over the sides asked for.
template<class Number, class Of>
std::vector<Number> summed(const Graph& graph, ArcSide side, Of of) {
  std::vector<Number> result(graph.node_count());
  const bool out = !graph.directed() || side != ArcSide::in;
  const bool in = graph.directed() && side != ArcSide::out;
  for (Node n = 0; n < graph.node_count(); ++n) {
    if (out) result[n] += of(graph.out(), n);
    if (in) result[n] += of(graph.in(), n);
  }
  return result;
}

} // namespace

std::vector<std::uint32_t> degree(const Graph& graph, ArcSide side) {
  return summed<std::uint32_t>(graph, side,
                               [](const Arcs& arcs, Node n) { return arcs.degree(n); });
}

std::vector<double> strength(const Graph& graph, ArcSide side) {
  return summed<double>(graph, side, [](const Arcs& arcs, Node n) {
    double sum = 0;
    for (std::uint64_t arc = arcs.offsets[n]; arc < arcs.offsets[n + 1]; ++arc)
      sum += arcs.weights[arc];
    return sum;
  });
}

} // namespace tela::network
