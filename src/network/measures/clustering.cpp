#include "network/measures/clustering.h"

#include <cstdint>
#include <utility>

namespace tela::network {

namespace {

// Every edge from its end of smaller degree to the other, so that no row is long.
class Oriented {
 public:
  explicit Oriented(const Graph& graph)
      : graph_(graph), offsets_(graph.node_count() + std::size_t{1}) {
    for (Node n = 0; n < graph.node_count(); ++n) {
      for (const Node other : graph.out().neighbours(n))
        if (rank(n) < rank(other)) targets_.push_back(other);
      offsets_[n + 1] = targets_.size();
    }
  }

  [[nodiscard]] std::span<const Node> row(Node n) const {
    return std::span(targets_).subspan(offsets_[n], offsets_[n + 1] - offsets_[n]);
  }

 private:
  [[nodiscard]] std::pair<std::uint32_t, Node> rank(Node n) const {
    return {graph_.out().degree(n), n};
  }

  const Graph& graph_;
  std::vector<std::uint64_t> offsets_;
  std::vector<Node> targets_;
};

std::vector<std::uint64_t> triangles(const Graph& graph, const base::Execution& execution) {
  const Oriented oriented(graph);
  std::vector<std::uint64_t> count(graph.node_count(), 0);
  std::vector<bool> marked(graph.node_count(), false);
  for (Node a = 0; a < graph.node_count(); ++a) {
    execution.check();
    for (const Node b : oriented.row(a)) marked[b] = true;
    for (const Node b : oriented.row(a))
      for (const Node c : oriented.row(b))
        if (marked[c]) {
          ++count[a];
          ++count[b];
          ++count[c];
        }
    for (const Node b : oriented.row(a)) marked[b] = false;
  }
  return count;
}

} // namespace

Clustering clustering(const Graph& directed_or_not, const base::Execution& execution) {
  std::optional<Graph> storage;
  const Graph& graph = without_direction(directed_or_not, storage);
  const std::vector<std::uint64_t> closed = triangles(graph, execution);
  Clustering result;
  result.local.resize(graph.node_count());
  double sum = 0;
  double pairs = 0;
  double closed_pairs = 0;
  for (Node n = 0; n < graph.node_count(); ++n) {
    const double degree = graph.out().degree(n);
    const double possible = degree * (degree - 1) / 2;
    const auto found = static_cast<double>(closed[n]);
    result.local[n] = possible > 0 ? found / possible : 0;
    sum += result.local[n];
    pairs += possible;
    closed_pairs += found;
  }
  if (graph.node_count() > 0) result.average = sum / graph.node_count();
  if (pairs > 0) result.transitivity = closed_pairs / pairs;
  return result;
}

} // namespace tela::network
