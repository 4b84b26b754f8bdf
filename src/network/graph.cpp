#include "network/graph.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace tela::network {

namespace {

void check(const WeightedEdge& edge, Node node_count) {
  if (edge.a >= node_count || edge.b >= node_count)
    throw base::Error(base::Failure::input, "an edge names a node that does not exist");
  if (!std::isfinite(edge.weight) || edge.weight < 0)
    throw base::Error(base::Failure::input, "the weight of an edge is negative or no number",
                      "measures need weights of zero or more");
}

// A half edge on its way into the rows.
enum class Side { from_a, from_b };

Arcs arcs(Node node_count, std::span<const WeightedEdge> edges, std::span<const Side> sides) {
  Arcs result;
  result.offsets.assign(std::size_t{node_count} + 1, 0);
  const auto ends = [](const WeightedEdge& edge, Side side) {
    return side == Side::from_a ? std::pair(edge.a, edge.b) : std::pair(edge.b, edge.a);
  };
  for (const WeightedEdge& edge : edges)
    for (const Side side : sides) ++result.offsets[ends(edge, side).first + 1];
  for (Node n = 0; n < node_count; ++n) result.offsets[n + 1] += result.offsets[n];
  const std::uint64_t count = result.offsets.back();
  result.targets.resize(count);
  result.weights.resize(count);
  result.edges.resize(count);
  std::vector<std::uint64_t> next(result.offsets.begin(), result.offsets.end() - 1);
  const auto place = [&](std::uint32_t e, Side side) {
    const auto [from, to] = ends(edges[e], side);
    const std::uint64_t at = next[from]++;
    result.targets[at] = to;
    result.weights[at] = edges[e].weight;
    result.edges[at] = e;
  };
  // Edges ascend by (a, b): first the arcs to smaller nodes, then those to larger ones, so that
  // each row ascends as well.
  for (const Side side : {Side::from_b, Side::from_a})
    if (std::find(sides.begin(), sides.end(), side) != sides.end())
      for (std::uint32_t e = 0; e < edges.size(); ++e) place(e, side);
  return result;
}

} // namespace

Graph::Graph(Node node_count, Direction direction, std::span<const WeightedEdge> edges)
    : direction_(direction) {
  edges_.reserve(edges.size());
  for (WeightedEdge edge : edges) {
    check(edge, node_count);
    if (edge.a == edge.b) {
      ++loops_;
      continue;
    }
    if (!directed() && edge.a > edge.b) std::swap(edge.a, edge.b);
    edges_.push_back(edge);
  }
  const auto ends = [](const WeightedEdge& edge) { return std::tie(edge.a, edge.b); };
  const auto before = [&](const auto& x, const auto& y) { return ends(x) < ends(y); };
  if (!std::is_sorted(edges_.begin(), edges_.end(), before))
    std::stable_sort(edges_.begin(), edges_.end(), before);
  std::size_t kept = 0;
  for (const WeightedEdge& edge : edges_) {
    if (kept > 0 && ends(edges_[kept - 1]) == ends(edge)) {
      edges_[kept - 1].weight += edge.weight;
    } else {
      edges_[kept++] = edge;
    }
  }
  collapsed_ = edges_.size() - kept;
  edges_.resize(kept);

  constexpr Side both[] = {Side::from_a, Side::from_b};
  const std::span<const Side> sides(both);
  out_ = arcs(node_count, edges_, directed() ? sides.first(1) : sides);
  if (directed()) in_ = arcs(node_count, edges_, sides.last(1));
}

std::optional<std::uint32_t> Graph::edge_between(Node a, Node b) const {
  const auto row = out_.neighbours(a);
  const auto found = std::lower_bound(row.begin(), row.end(), b);
  if (found == row.end() || *found != b) return std::nullopt;
  return out_.edges[out_.offsets[a] + static_cast<std::uint64_t>(found - row.begin())];
}

const Graph& without_direction(const Graph& graph, std::optional<Graph>& storage) {
  return graph.directed() ? storage.emplace(graph.undirected()) : graph;
}

} // namespace tela::network
