#include "sparql/evaluator/edge_table.h"

#include "base/error.h"
#include "sparql/evaluator/strong_components.h"

#include <algorithm>
#include <limits>

namespace tela::sparql::evaluator {

using rdf::Id;

EdgeTable::EdgeTable(std::span<const PathStep> steps, const rdf::GraphSelection& graphs,
                     Context& context)
    : memory_(context), pacer_(context) {
  Lists targets = number(read(steps, graphs, context));
  const std::size_t of_nodes = nodes_.size() * (2 * sizeof(Id) + 3 * sizeof(std::uint32_t));
  const std::size_t of_edges = targets.items.size() * sizeof(std::uint32_t);
  constexpr std::size_t of_components = 20;
  memory_.hold(of_nodes + nodes_.size() * of_components + 2 * of_edges);
  condense(targets);
  memory_.hold(of_nodes + next_.items.size() * sizeof(std::uint32_t) +
               nodes_.size() * sizeof(Id)); // and an answer
}

std::vector<EdgeTable::Edge> EdgeTable::read(std::span<const PathStep> steps,
                                             const rdf::GraphSelection& graphs, Context& context) {
  std::vector<Edge> edges;
  for (const PathStep& step : steps) {
    const auto cursor = context.dataset.scan(step.backward ? rdf::Order::pos : rdf::Order::pso,
                                             {&step.predicate, 1}, graphs, {1, 2});
    for (rdf::Rows rows = cursor->next(); rows.count != 0; rows = cursor->next()) {
      for (std::size_t row = 0; row < rows.count; ++row)
        edges.push_back({rows.columns[1][row], rows.columns[2][row]});
      memory_.hold(edges.capacity() * sizeof(Edge) * 2); // and what number() makes of them
      context.check();
    }
  }
  if (edges.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
    throw base::Error(base::Failure::limit, "more than two billion edges to follow",
                      "start from fewer nodes");
  const auto from = [](const Edge& a, const Edge& b) { return a.from < b.from; };
  if (steps.size() > 1) std::sort(edges.begin(), edges.end(), from); // one step's ascend
  return edges;
}

/// Numbers the nodes and lays the targets of each side by side.
EdgeTable::Lists EdgeTable::number(const std::vector<Edge>& edges) {
  nodes_.reserve(edges.size() * 2);
  for (const Edge& edge : edges) {
    nodes_.push_back(edge.from);
    nodes_.push_back(edge.to);
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  nodes_.shrink_to_fit();
  Lists targets;
  targets.starts.reserve(nodes_.size() + 1);
  targets.items.reserve(edges.size());
  for (const Edge& edge : edges) {
    while (targets.starts.size() < nodes_.size() &&
           (targets.starts.empty() || nodes_[targets.starts.size() - 1] != edge.from))
      targets.starts.push_back(static_cast<std::uint32_t>(targets.items.size()));
    targets.items.push_back(number_of(edge.to));
    pacer_.step(16);
  }
  targets.starts.resize(nodes_.size() + 1, static_cast<std::uint32_t>(targets.items.size()));
  return targets;
}

void EdgeTable::condense(const Lists& targets) {
  component_ = strong_components(targets.starts, targets.items, pacer_);
  const std::uint32_t components =
      component_.empty() ? 0 : 1 + *std::max_element(component_.begin(), component_.end());
  group_members(components);
  cyclic_.assign(components, false);
  marks_.assign(components, 0);
  for (std::uint32_t component = 0; component < components; ++component) {
    next_.starts.push_back(static_cast<std::uint32_t>(next_.items.size()));
    next_search();
    for (std::uint32_t at = member_starts_[component]; at < member_starts_[component + 1]; ++at)
      for (const std::uint32_t target : targets.of(number_of(members_[at]))) {
        const std::uint32_t other = component_[target];
        if (other == component)
          cyclic_[component] = true;
        else if (mark(other))
          next_.items.push_back(other);
        pacer_.step();
      }
  }
  next_.starts.push_back(static_cast<std::uint32_t>(next_.items.size()));
}

/// Counting sort of the nodes by component.
void EdgeTable::group_members(std::uint32_t components) {
  member_starts_.assign(components + 1, 0);
  for (const std::uint32_t component : component_) ++member_starts_[component + 1];
  for (std::uint32_t i = 0; i < components; ++i) member_starts_[i + 1] += member_starts_[i];
  std::vector<std::uint32_t> next(member_starts_.begin(), member_starts_.end() - 1);
  members_.resize(nodes_.size());
  for (std::size_t node = 0; node < nodes_.size(); ++node)
    members_[next[component_[node]]++] = nodes_[node];
}

/// The number of a node; that of no node when it has no edge.
std::uint32_t EdgeTable::number_of(Id node) const {
  const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), node);
  const bool known = found != nodes_.end() && *found == node;
  return static_cast<std::uint32_t>(known ? found - nodes_.begin() : nodes_.end() - nodes_.begin());
}

void EdgeTable::next_search() {
  if (++search_ != 0) return;
  std::fill(marks_.begin(), marks_.end(), 0); // it has come round: old marks would look new
  search_ = 1;
}

/// Whether this search had not met the component.
bool EdgeTable::mark(std::uint32_t component) {
  if (marks_[component] == search_) return false;
  marks_[component] = search_;
  return true;
}

void EdgeTable::give_members(std::uint32_t component, std::vector<Id>& nodes) {
  const auto first = members_.begin() + member_starts_[component];
  const auto last = members_.begin() + member_starts_[component + 1];
  nodes.insert(nodes.end(), first, last);
  pacer_.step(static_cast<std::size_t>(last - first));
}

void EdgeTable::reach(Id start, std::vector<Id>& nodes) {
  const std::uint32_t first = number_of(start);
  if (first == nodes_.size()) return;
  next_search();
  const std::uint32_t own = component_[first];
  mark(own);
  if (cyclic_[own]) {
    nodes.clear(); // the start is one of them
    give_members(own, nodes);
  }
  queue_.assign(1, own);
  for (std::size_t at = 0; at < queue_.size(); ++at)
    for (const std::uint32_t component : next_.of(queue_[at])) {
      pacer_.step();
      if (!mark(component)) continue;
      give_members(component, nodes);
      queue_.push_back(component);
    }
}

} // namespace tela::sparql::evaluator
