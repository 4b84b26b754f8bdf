#include "network/measures/communities.h"

#include "network/measures/degree.h"
#include "network/random.h"

#include <numeric>

namespace tela::network {

namespace {

// The graph of one level. Loops, which Graph does not hold, stand apart: the weight inside what has
// become one node, both directions counted.
struct Level {
  Graph graph;
  std::vector<double> loops;
};

class LocalMoves {
 public:
  LocalMoves(const Level& level, double resolution)
      : graph_(level.graph), resolution_(resolution), community_(graph_.node_count()),
        strength_(strength(graph_)), to_community_(graph_.node_count(), 0) {
    std::iota(community_.begin(), community_.end(), 0U);
    for (Node n = 0; n < graph_.node_count(); ++n) {
      strength_[n] += level.loops[n];
      total_ += strength_[n];
    }
    community_strength_ = strength_;
  }

  // Moves nodes until a whole round moves none. Whether anything moved at all.
  bool run(Random& random, const base::Execution& execution) {
    std::vector<Node> order(graph_.node_count());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    bool moved_ever = false;
    for (bool moved = total_ > 0; moved;) {
      execution.check();
      moved = false;
      for (const Node node : order) moved |= move(node);
      moved_ever |= moved;
    }
    return moved_ever;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& community() const { return community_; }

 private:
  bool move(Node node) {
    const std::uint32_t old = community_[node];
    weigh_neighbours(node);
    community_strength_[old] -= strength_[node];
    std::uint32_t best = old;
    double best_gain = gain(node, old);
    for (const std::uint32_t candidate : near_) {
      const double here = gain(node, candidate);
      // A gain must be more than rounding, or nodes could wander for ever.
      if (here > best_gain + 1e-12 * total_) {
        best_gain = here;
        best = candidate;
      }
    }
    community_strength_[best] += strength_[node];
    community_[node] = best;
    for (const std::uint32_t c : near_) to_community_[c] = 0;
    near_.clear();
    return best != old;
  }

  // Fills to_community_ with the weight between `node` and each community beside it.
  void weigh_neighbours(Node node) {
    const Arcs& arcs = graph_.out();
    for (std::uint64_t arc = arcs.offsets[node]; arc < arcs.offsets[node + 1]; ++arc) {
      const std::uint32_t c = community_[arcs.targets[arc]];
      if (to_community_[c] == 0 && arcs.weights[arc] > 0) near_.push_back(c);
      to_community_[c] += arcs.weights[arc];
    }
  }

  // Modularity won by joining, up to a factor and a constant that are the same for all communities.
  [[nodiscard]] double gain(Node node, std::uint32_t community) const {
    return to_community_[community] -
           resolution_ * strength_[node] * community_strength_[community] / total_;
  }

  const Graph& graph_;
  double resolution_;
  double total_ = 0; // twice the weight of all edges
  std::vector<std::uint32_t> community_;
  std::vector<double> strength_;
  std::vector<double> community_strength_;
  std::vector<double> to_community_;
  std::vector<std::uint32_t> near_;
};

// Each community as one node.
Level collapsed(const Level& level, const Partition& groups) {
  const auto count = static_cast<Node>(groups.sizes.size());
  std::vector<double> loops(count, 0);
  for (Node n = 0; n < level.graph.node_count(); ++n) loops[groups.group_of[n]] += level.loops[n];
  std::vector<WeightedEdge> edges;
  for (const WeightedEdge& edge : level.graph.edges()) {
    const Node a = groups.group_of[edge.a];
    const Node b = groups.group_of[edge.b];
    if (a == b) {
      loops[a] += 2 * edge.weight;
    } else {
      edges.push_back({a, b, edge.weight});
    }
  }
  return {Graph(count, Direction::undirected, edges), std::move(loops)};
}

} // namespace

Communities communities(const Graph& graph, const CommunityOptions& options,
                        const base::Execution& execution) {
  Random random(options.seed);
  Level level{graph.undirected(), std::vector<double>(graph.node_count(), 0)};
  std::vector<std::uint32_t> group_of(graph.node_count());
  std::iota(group_of.begin(), group_of.end(), 0U);
  for (;;) {
    LocalMoves moves(level, options.resolution);
    if (!moves.run(random, execution)) break;
    const Partition groups = partition(moves.community());
    for (std::uint32_t& group : group_of) group = groups.group_of[group];
    level = collapsed(level, groups);
  }
  Communities result{partition(group_of), 0};
  result.modularity = modularity(graph, result.partition.group_of, options.resolution);
  return result;
}

double modularity(const Graph& directed_or_not, std::span<const std::uint32_t> group_of,
                  double resolution) {
  std::optional<Graph> storage;
  const Graph& graph = without_direction(directed_or_not, storage);
  const Partition groups = partition(group_of);
  std::vector<double> inside(groups.sizes.size(), 0);
  std::vector<double> ends(groups.sizes.size(), 0);
  double total = 0;
  for (const WeightedEdge& edge : graph.edges()) {
    const std::uint32_t a = groups.group_of[edge.a];
    const std::uint32_t b = groups.group_of[edge.b];
    if (a == b) inside[a] += edge.weight;
    ends[a] += edge.weight;
    ends[b] += edge.weight;
    total += edge.weight;
  }
  if (total == 0) return 0;
  double q = 0;
  for (std::size_t g = 0; g < inside.size(); ++g) {
    const double expected = ends[g] / (2 * total);
    q += inside[g] / total - resolution * expected * expected;
  }
  return q;
}

} // namespace tela::network
