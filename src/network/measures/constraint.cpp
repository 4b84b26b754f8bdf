#include "network/measures/constraint.h"

#include "network/measures/degree.h"

#include <limits>

namespace tela::network {

std::vector<double> constraint(const Graph& directed_or_not, const base::Execution& execution) {
  std::optional<Graph> storage; // without directions, a_ij + a_ji is the weight
  const Graph& graph = without_direction(directed_or_not, storage);
  const Arcs& arcs = graph.out();
  const std::vector<double> total = strength(graph);
  std::vector<double> result(graph.node_count(), std::numeric_limits<double>::quiet_NaN());
  std::vector<double> indirect(graph.node_count(), 0); // of the node at hand, by contact
  const auto share = [&](Node of, std::uint64_t arc) { return arcs.weights[arc] / total[of]; };
  for (Node i = 0; i < graph.node_count(); ++i) {
    if (total[i] == 0) continue;
    execution.check();
    for (std::uint64_t arc = arcs.offsets[i]; arc < arcs.offsets[i + 1]; ++arc) {
      const Node q = arcs.targets[arc];
      if (total[q] == 0) continue;
      for (std::uint64_t on = arcs.offsets[q]; on < arcs.offsets[q + 1]; ++on)
        indirect[arcs.targets[on]] += share(i, arc) * share(q, on);
    }
    result[i] = 0;
    for (std::uint64_t arc = arcs.offsets[i]; arc < arcs.offsets[i + 1]; ++arc) {
      const double p = share(i, arc) + indirect[arcs.targets[arc]];
      result[i] += p * p;
    }
    for (const Node q : arcs.neighbours(i))
      for (const Node j : arcs.neighbours(q)) indirect[j] = 0;
  }
  return result;
}

} // namespace tela::network
