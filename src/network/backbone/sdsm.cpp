#include "network/backbone/sdsm.h"

#include "network/backbone/configuration_model.h"
#include "network/backbone/poisson_binomial.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tela::network {

std::vector<double> sdsm(const Affiliation& graph, std::span<const ProjectedEdge> edges,
                         const base::Execution& execution) {
  const ConfigurationModel model(graph);
  const auto& counts = model.event_counts();
  std::vector<Trials> trials(counts.size());
  // The tail depends on three numbers alone, which many pairs have in common.
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, double> known;
  std::vector<double> result;
  result.reserve(edges.size());
  for (const ProjectedEdge& edge : edges) {
    const auto [low, high] =
        std::minmax({graph.by_actor().degree(edge.a), graph.by_actor().degree(edge.b)});
    const auto [found, fresh] = known.try_emplace({low, high, edge.shared}, 0.0);
    if (fresh) {
      execution.check();
      for (std::size_t e = 0; e < counts.size(); ++e)
        trials[e] = {counts[e], model.probability(low, e) * model.probability(high, e)};
      found->second = poisson_binomial_tail(edge.shared, trials);
    }
    result.push_back(found->second);
  }
  return result;
}

} // namespace tela::network
