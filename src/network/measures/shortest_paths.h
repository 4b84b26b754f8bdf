#pragma once

#include "network/graph.h"

#include <cstdint>
#include <span>
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

  /// A step of a shortest path away from the source.
  struct Step {
    Node to = 0;
    std::uint32_t edge = 0;
  };

  /// `arcs` is borrowed.
  ShortestPaths(const Arcs& arcs, Distance distance);

  /// Finds all paths from `source`. Cost: the arcs, plus n log n with inverse weights.
  void from(Node source);

  /// The nodes reached, nearest first, the source at the front.
  [[nodiscard]] const std::vector<Node>& order() const noexcept { return order_; }
  /// The steps on from order()[at].
  [[nodiscard]] std::span<const Step> steps(std::size_t at) const noexcept {
    return std::span(steps_).subspan(step_begin_[at], step_begin_[at + 1] - step_begin_[at]);
  }
  /// Length of the shortest path to `node`, or `unreached`.
  [[nodiscard]] double distance(Node node) const noexcept { return states_[node].distance; }
  /// Number of different shortest paths to `node`.
  [[nodiscard]] double paths(Node node) const noexcept { return states_[node].paths; }

 private:
  struct State {
    double distance = unreached;
    double paths = 0;
  };
  class Queue;

  void walk_hops(Node source);
  void walk_weights(Node source);
  void relax(Queue& queue, Node from, std::uint64_t arc);
  void find_steps();

  const Arcs& arcs_;
  std::vector<double> lengths_; // one an arc; empty with hops
  std::vector<State> states_;
  std::vector<Node> order_;
  std::vector<Step> steps_; // one more than arcs; the first step_begin_.back() are in use
  std::vector<std::uint64_t> step_begin_{0};
  std::vector<Node> heap_place_; // where a node stands in the queue
};

} // namespace tela::network
