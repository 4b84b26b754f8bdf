#include "export/node_strengths.h"

namespace tela::export_ {

std::vector<double> node_strengths(const network::GraphHead& graph,
                                   const network::EdgeTable& edges) {
  std::vector<double> result(graph.nodes.size(), 0);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    result[edges[e].source] += edges[e].weight;
    result[edges[e].target] += edges[e].weight;
  }
  return result;
}

} // namespace tela::export_
