#pragma once

#include "network/graph.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace tela::network {

/// How long an edge is.
enum class Distance {
  hops,          ///< every edge 1
  inverse_weight ///< 1 / weight: strong ties are short (Newman, Phys. Rev. E 64 (2001) 016132);
                 ///< an edge of weight 0 cannot be walked
};

/// The shortest paths from one node after the other, with the arrays kept between. One a thread.
class ShortestPaths {
 public:
  static constexpr double unreached = -1;
  /// Lengths of two ways that differ by less than this, relatively, count as the same: sums of
  /// inverse weights carry rounding errors, and a tie that is missed halves a betweenness.
  static constexpr double tolerance = 1e-10;

  ShortestPaths(const Arcs& arcs, Distance distance);

  /// Finds all paths from `source`. Cost: the arcs, times log n with inverse weights.
  void from(Node source);

  /// The nodes reached, nearest first, the source at the front.
  [[nodiscard]] const std::vector<Node>& order() const noexcept { return order_; }
  /// Length of the shortest path to `node`, or `unreached`.
  [[nodiscard]] double distance(Node node) const noexcept { return states_[node].distance; }
  /// Number of different shortest paths to `node`.
  [[nodiscard]] double paths(Node node) const noexcept { return states_[node].paths; }
  /// Whether a shortest path to arcs.targets[arc] runs over this arc of `from`.
  [[nodiscard]] bool on_path(Node from, std::uint64_t arc) const noexcept;

 private:
  struct State {
    double distance = unreached;
    double paths = 0;
  };
  using Candidate = std::pair<double, Node>;

  void walk_hops(Node source);
  void walk_weights(Node source);
  void relax(Node from, std::uint64_t arc);

  const Arcs& arcs_;
  std::vector<double> lengths_; // one an arc; empty with hops
  std::vector<State> states_;
  std::vector<bool> settled_;
  std::vector<Node> order_;
  std::vector<Candidate> heap_;
};

} // namespace tela::network
