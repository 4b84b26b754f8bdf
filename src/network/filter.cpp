#include "network/filter.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tela::network {

namespace {

bool stronger(const ProjectedEdge& x, const ProjectedEdge& y) {
  return std::tuple(-x.weight, x.a, x.b) < std::tuple(-y.weight, y.a, y.b);
}

} // namespace

void StrongestEdges::add(std::span<const ProjectedEdge> edges) {
  for (const ProjectedEdge& edge : edges) {
    if (heap_.size() == count_) {
      if (heap_.empty() || !stronger(edge, heap_.front())) continue;
      std::pop_heap(heap_.begin(), heap_.end(), stronger);
      heap_.pop_back();
    }
    heap_.push_back(edge);
    std::push_heap(heap_.begin(), heap_.end(), stronger);
  }
}

std::vector<ProjectedEdge> StrongestEdges::take() {
  std::sort_heap(heap_.begin(), heap_.end(), stronger);
  return std::exchange(heap_, {});
}

std::vector<Node> ego_network(const Graph& graph, Node centre, unsigned radius) {
  std::vector<bool> seen(graph.node_count(), false);
  std::vector<Node> found{centre};
  seen[centre] = true;
  const auto visit = [&](Node node) {
    if (seen[node]) return;
    seen[node] = true;
    found.push_back(node);
  };
  std::size_t at = 0;
  for (unsigned distance = 0; distance < radius; ++distance) {
    const std::size_t end = found.size();
    for (; at < end; ++at) {
      const Node node = found[at];
      for (const Node other : graph.out().neighbours(node)) visit(other);
      for (const Node other : graph.in().neighbours(node)) visit(other);
    }
  }
  return found;
}

} // namespace tela::network
