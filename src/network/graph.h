#pragma once

#include "network/affiliation.h"
#include "network/direction.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tela::network {

struct WeightedEdge {
  Node a = 0; ///< the source in a directed graph
  Node b = 0;
  double weight = 1;
};

/// Neighbours as compressed sparse rows; the arcs of node n stand at [offsets[n], offsets[n + 1]),
/// ascending by target.
struct Arcs {
  std::vector<std::uint64_t> offsets{0};
  std::vector<Node> targets;
  std::vector<double> weights;
  std::vector<std::uint32_t> edges; ///< which edge an arc belongs to

  [[nodiscard]] Node size() const noexcept { return static_cast<Node>(offsets.size() - 1); }
  [[nodiscard]] std::uint32_t degree(Node node) const noexcept {
    return static_cast<std::uint32_t>(offsets[node + 1] - offsets[node]);
  }
  [[nodiscard]] std::span<const Node> neighbours(Node node) const noexcept {
    return std::span(targets).subspan(offsets[node], degree(node));
  }
};

/// A simple weighted graph, made once for measuring. Parallel edges are collapsed into one with the
/// sum of their weights, because they distort shortest paths, and loops are left out; both are
/// counted. An undirected edge has an arc each way. Boost.Graph's algorithms run on it as it is
/// (network/boost_view.h). Safe to read from many threads. About 32 bytes an arc.
class Graph {
 public:
  /// Throws Error(input) when an edge names a node that does not exist, or its weight is negative,
  /// infinite or no number. Cost: n log n in the edges.
  Graph(Node node_count, Direction direction, std::span<const WeightedEdge> edges);

  [[nodiscard]] Direction direction() const noexcept { return direction_; }
  [[nodiscard]] bool directed() const noexcept { return direction_ == Direction::directed; }
  [[nodiscard]] Node node_count() const noexcept { return out_.size(); }
  [[nodiscard]] std::uint32_t edge_count() const noexcept {
    return static_cast<std::uint32_t>(edges_.size());
  }
  /// The distinct edges, ascending by (a, b); a < b when undirected.
  [[nodiscard]] std::span<const WeightedEdge> edges() const noexcept { return edges_; }
  /// Arcs that leave each node.
  [[nodiscard]] const Arcs& out() const noexcept { return out_; }
  /// Arcs that reach each node, seen from it; the same as out() when undirected.
  [[nodiscard]] const Arcs& in() const noexcept { return directed() ? in_ : out_; }
  /// The index in edges() of the edge between two nodes, from a to b when directed.
  [[nodiscard]] std::optional<std::uint32_t> edge_between(Node a, Node b) const;

  [[nodiscard]] std::uint64_t loops_left_out() const noexcept { return loops_; }
  [[nodiscard]] std::uint64_t edges_collapsed() const noexcept { return collapsed_; }

  /// The same edges without direction; two opposite ones become one with both weights.
  [[nodiscard]] Graph undirected() const { return {node_count(), Direction::undirected, edges_}; }

 private:
  Direction direction_;
  std::vector<WeightedEdge> edges_;
  Arcs out_;
  Arcs in_; // of directed graphs only
  std::uint64_t loops_ = 0;
  std::uint64_t collapsed_ = 0;
};

/// `graph` itself when it has no direction, else its undirected() form, which is kept in `storage`.
[[nodiscard]] const Graph& without_direction(const Graph& graph, std::optional<Graph>& storage);

} // namespace tela::network
