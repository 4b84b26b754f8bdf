#include "network/measures/two_mode_clustering.h"

#include "network/projection.h"

namespace tela::network {

std::vector<double> two_mode_clustering(const Affiliation& graph,
                                        const base::Execution& execution) {
  std::vector<double> sum(graph.actor_count(), 0);
  std::vector<std::uint32_t> partners(graph.actor_count(), 0);
  project(graph, {.weight = Weight::jaccard, .execution = execution},
          [&](std::span<const ProjectedEdge> edges) {
            for (const ProjectedEdge& edge : edges)
              for (const Node end : {edge.a, edge.b}) {
                sum[end] += edge.weight;
                ++partners[end];
              }
          });
  for (Node n = 0; n < graph.actor_count(); ++n)
    if (partners[n] > 0) sum[n] /= partners[n];
  return sum;
}

double two_mode_closure(const Affiliation& graph, const base::Execution& execution) {
  // Two actors with s common events make s (s - 1) / 2 cycles.
  double cycles = 0;
  project(graph, {.execution = execution}, [&](std::span<const ProjectedEdge> edges) {
    for (const ProjectedEdge& edge : edges) cycles += edge.shared * (edge.shared - 1.0) / 2;
  });
  // Each tie is the middle of (d_actor - 1) (d_event - 1) paths.
  double paths = 0;
  for (Node event = 0; event < graph.event_count(); ++event)
    for (const Node actor : graph.by_event().row(event))
      paths += (graph.by_event().degree(event) - 1.0) * (graph.by_actor().degree(actor) - 1.0);
  return paths > 0 ? 4 * cycles / paths : 0;
}

} // namespace tela::network
