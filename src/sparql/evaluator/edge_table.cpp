#include "sparql/evaluator/edge_table.h"

#include "base/error.h"

#include <algorithm>
#include <limits>

namespace tela::sparql::evaluator {

using rdf::Id;

EdgeTable::EdgeTable(const PathStep& step, const rdf::GraphSelection& graphs, Context& context)
    : memory_(context), pacer_(context) {
  arrange(read(step, graphs, context));
}

std::vector<EdgeTable::Edge> EdgeTable::read(const PathStep& step,
                                             const rdf::GraphSelection& graphs, Context& context) {
  constexpr rdf::ColumnSet nodes_and_targets{1, 2};
  std::vector<Edge> edges;
  const auto cursor = context.dataset.scan(step.backward ? rdf::Order::pos : rdf::Order::pso,
                                           {&step.predicate, 1}, graphs, nodes_and_targets);
  for (rdf::Rows rows = cursor->next(); rows.count != 0; rows = cursor->next()) {
    for (std::size_t row = 0; row < rows.count; ++row)
      edges.push_back({rows.columns[1][row], rows.columns[2][row]});
    memory_.hold(edges.capacity() * sizeof(Edge) * 2); // and what arrange() makes of them
    context.check();
  }
  if (edges.size() >= std::numeric_limits<std::uint32_t>::max() / 2)
    throw base::Error(base::Failure::limit, "more than two billion edges to follow",
                      "start from fewer nodes");
  return edges;
}

/// Numbers the nodes and lays each one's targets side by side. The edges ascend by `from`.
void EdgeTable::arrange(const std::vector<Edge>& edges) {
  nodes_.reserve(edges.size() * 2);
  for (const Edge& edge : edges) {
    nodes_.push_back(edge.from);
    nodes_.push_back(edge.to);
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  nodes_.shrink_to_fit();
  starts_.assign(nodes_.size() + 1, 0);
  targets_.reserve(edges.size());
  std::uint32_t from = 0;
  for (const Edge& edge : edges) {
    while (nodes_[from] != edge.from) starts_[++from] = static_cast<std::uint32_t>(targets_.size());
    targets_.push_back(number_of(edge.to));
    pacer_.step(16);
  }
  std::fill(starts_.begin() + from + 1, starts_.end(), static_cast<std::uint32_t>(targets_.size()));
  marks_.assign(nodes_.size(), 0);
  memory_.hold(nodes_.size() * (sizeof(Id) + 2 * sizeof(std::uint32_t)) +
               targets_.size() * sizeof(std::uint32_t));
}

/// The number of a node; that of no node when it has no edge.
std::uint32_t EdgeTable::number_of(Id node) const {
  const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), node);
  const bool known = found != nodes_.end() && *found == node;
  return static_cast<std::uint32_t>(known ? found - nodes_.begin() : nodes_.end() - nodes_.begin());
}

/// Whether this search had not met the node.
bool EdgeTable::mark(std::uint32_t node) {
  if (marks_[node] == search_) return false;
  marks_[node] = search_;
  return true;
}

void EdgeTable::reach(Id start, std::vector<Id>& nodes) {
  const std::uint32_t first = number_of(start);
  if (first == nodes_.size()) return;
  if (++search_ == 0) { // it has come round: marks of long ago would be taken for new
    std::fill(marks_.begin(), marks_.end(), 0);
    search_ = 1;
  }
  for (const Id node : nodes)
    if (const std::uint32_t number = number_of(node); number != nodes_.size()) mark(number);
  queue_.assign(1, first);
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    const std::uint32_t node = queue_[next];
    for (std::uint32_t at = starts_[node]; at < starts_[node + 1]; ++at)
      if (mark(targets_[at])) {
        nodes.push_back(nodes_[targets_[at]]);
        queue_.push_back(targets_[at]);
      }
    pacer_.step(1 + starts_[node + 1] - starts_[node]);
  }
}

} // namespace tela::sparql::evaluator
