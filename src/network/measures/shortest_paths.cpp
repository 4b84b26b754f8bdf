#include "network/measures/shortest_paths.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace tela::network {

ShortestPaths::ShortestPaths(const Arcs& arcs, Distance distance)
    : arcs_(arcs), states_(arcs.size()) {
  order_.reserve(arcs.size());
  if (distance == Distance::hops) return;
  settled_.resize(arcs.size());
  lengths_.reserve(arcs.weights.size());
  for (const double weight : arcs.weights)
    lengths_.push_back(weight > 0 ? 1 / weight : std::numeric_limits<double>::infinity());
}

void ShortestPaths::from(Node source) {
  for (const Node node : order_) states_[node] = {};
  order_.clear();
  states_[source] = {0, 1};
  lengths_.empty() ? walk_hops(source) : walk_weights(source);
}

void ShortestPaths::walk_hops(Node source) {
  order_.push_back(source);
  for (std::size_t at = 0; at < order_.size(); ++at) {
    const Node from = order_[at];
    const State here = states_[from];
    for (const Node to : arcs_.neighbours(from)) {
      State& there = states_[to];
      if (there.distance == unreached) {
        there.distance = here.distance + 1;
        order_.push_back(to);
      }
      if (there.distance == here.distance + 1) there.paths += here.paths;
    }
  }
}

void ShortestPaths::walk_weights(Node source) {
  heap_.assign(1, {0, source});
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater());
    const Node from = heap_.back().second;
    heap_.pop_back();
    if (settled_[from]) continue;
    settled_[from] = true;
    order_.push_back(from);
    for (std::uint64_t arc = arcs_.offsets[from]; arc < arcs_.offsets[from + 1]; ++arc)
      relax(from, arc);
  }
  for (const Node node : order_) settled_[node] = false;
}

void ShortestPaths::relax(Node from, std::uint64_t arc) {
  const double length = states_[from].distance + lengths_[arc];
  const Node to = arcs_.targets[arc];
  State& there = states_[to];
  if (settled_[to] || std::isinf(length)) return;
  if (there.distance == unreached || length < there.distance * (1 - tolerance)) {
    there = {length, states_[from].paths};
    heap_.emplace_back(length, to);
    std::push_heap(heap_.begin(), heap_.end(), std::greater());
  } else if (length <= there.distance * (1 + tolerance)) {
    there.paths += states_[from].paths;
  }
}

bool ShortestPaths::on_path(Node from, std::uint64_t arc) const noexcept {
  const double here = states_[from].distance;
  const double there = states_[arcs_.targets[arc]].distance;
  if (lengths_.empty()) return there == here + 1;
  return here < there && std::abs(here + lengths_[arc] - there) <= tolerance * there;
}

} // namespace tela::network
