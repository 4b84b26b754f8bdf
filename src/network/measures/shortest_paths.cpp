#include "network/measures/shortest_paths.h"

#include <boost/graph/detail/d_ary_heap.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>

#include <cmath>
#include <functional>
#include <limits>

namespace tela::network {

// The nodes that wait, the nearest first. Four children a node: fewer cache lines than two.
class ShortestPaths::Queue {
 public:
  explicit Queue(ShortestPaths& owner)
      : heap_(DistanceOf{{&owner.states_}}, places(owner.heap_place_)) {}

  [[nodiscard]] bool empty() const { return heap_.empty(); }
  void push(Node node) { heap_.push(node); }
  void moved_nearer(Node node) { heap_.update(node); }
  Node pop() {
    const Node nearest = heap_.top();
    heap_.pop();
    return nearest;
  }

 private:
  struct ReadDistance {
    const std::vector<State>* states = nullptr;
    double operator()(Node node) const { return (*states)[node].distance; }
  };
  using DistanceOf = boost::function_property_map<ReadDistance, Node, double>;
  using Places = boost::iterator_property_map<std::vector<Node>::iterator,
                                              boost::typed_identity_property_map<Node>>;
  static Places places(std::vector<Node>& place) { return Places(place.begin()); }

  boost::d_ary_heap_indirect<Node, 4, Places, DistanceOf, std::less<double>> heap_;
};

ShortestPaths::ShortestPaths(const Arcs& arcs, Distance distance)
    : arcs_(arcs), states_(arcs.size()), steps_(arcs.targets.size() + 1) {
  order_.reserve(arcs.size());
  if (distance == Distance::hops) return;
  heap_place_.resize(arcs.size());
  lengths_.reserve(arcs.weights.size());
  for (const double weight : arcs.weights)
    lengths_.push_back(weight > 0 ? 1 / weight : std::numeric_limits<double>::infinity());
}

void ShortestPaths::from(Node source) {
  for (const Node node : order_) states_[node] = {};
  order_.clear();
  step_begin_.assign(1, 0);
  states_[source] = {0, 1};
  lengths_.empty() ? walk_hops(source) : walk_weights(source);
}

void ShortestPaths::walk_hops(Node source) {
  order_.push_back(source);
  std::uint64_t steps = 0;
  for (std::size_t at = 0; at < order_.size(); ++at) {
    const Node from = order_[at];
    const double next = states_[from].distance + 1;
    const double paths = states_[from].paths;
    for (std::uint64_t arc = arcs_.offsets[from]; arc < arcs_.offsets[from + 1]; ++arc) {
      const Node to = arcs_.targets[arc];
      State& there = states_[to];
      if (there.distance == unreached) {
        there.distance = next;
        order_.push_back(to);
      }
      // No branch here: half of the arcs lead on, and no processor guesses which.
      const bool leads_on = there.distance == next;
      there.paths += leads_on ? paths : 0.0;
      steps_[steps] = {to, arcs_.edges[arc]};
      steps += leads_on;
    }
    step_begin_.push_back(steps);
  }
}

void ShortestPaths::walk_weights(Node source) {
  Queue queue(*this);
  queue.push(source);
  while (!queue.empty()) {
    const Node from = queue.pop();
    order_.push_back(from);
    for (std::uint64_t arc = arcs_.offsets[from]; arc < arcs_.offsets[from + 1]; ++arc)
      relax(queue, from, arc);
  }
  find_steps();
}

void ShortestPaths::relax(Queue& queue, Node from, std::uint64_t arc) {
  const State here = states_[from];
  const double length = here.distance + lengths_[arc];
  const Node to = arcs_.targets[arc];
  State& there = states_[to];
  if (there.distance == unreached) {
    if (std::isinf(length)) return;
    there = {length, here.paths};
    queue.push(to);
  } else if (length < there.distance * (1 - tolerance)) {
    there = {length, here.paths};
    queue.moved_nearer(to);
  } else if (length <= there.distance * (1 + tolerance) && here.distance < there.distance) {
    there.paths += here.paths;
  }
}

void ShortestPaths::find_steps() {
  std::uint64_t steps = 0;
  for (const Node from : order_) {
    const double here = states_[from].distance;
    for (std::uint64_t arc = arcs_.offsets[from]; arc < arcs_.offsets[from + 1]; ++arc) {
      const Node to = arcs_.targets[arc];
      const double there = states_[to].distance;
      steps_[steps] = {to, arcs_.edges[arc]};
      steps += here < there && std::abs(here + lengths_[arc] - there) <= tolerance * there;
    }
    step_begin_.push_back(steps);
  }
}

} // namespace tela::network
