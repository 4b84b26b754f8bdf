#pragma once

#include "network/graph.h"
#include "network/projection.h"

#include <vector>

namespace tela::network {

/// Keeps the N strongest of any number of edges that pass by; equal weights go to the smaller
/// (a, b). Memory: N edges. Cost: log N an edge.
class StrongestEdges {
 public:
  explicit StrongestEdges(std::size_t count) : count_(count) {}

  void add(std::span<const ProjectedEdge> edges);
  /// Those kept, strongest first; empties the collection.
  [[nodiscard]] std::vector<ProjectedEdge> take();

 private:
  std::size_t count_;
  std::vector<ProjectedEdge> heap_; // weakest on top
};

/// The nodes at most `radius` edges away from `centre`, directions ignored; the centre first, then
/// by distance.
[[nodiscard]] std::vector<Node> ego_network(const Graph& graph, Node centre, unsigned radius);

} // namespace tela::network
