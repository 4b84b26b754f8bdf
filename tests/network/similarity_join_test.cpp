#include "base/error.h"
#include "classic_graphs.h"
#include "network/random.h"
#include "network/similarity_join.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace tela::network;

namespace {

using Found = std::vector<std::tuple<Node, Node, std::uint32_t, double>>;

Found sorted(std::vector<ProjectedEdge> edges) {
  Found found;
  for (const ProjectedEdge& e : edges) found.emplace_back(e.a, e.b, e.shared, e.weight);
  std::sort(found.begin(), found.end());
  return found;
}

Found joined(const Affiliation& graph, double threshold) {
  std::vector<ProjectedEdge> edges;
  SimilarityJoin join(graph, threshold);
  for (auto some = join.next(); !some.empty(); some = join.next())
    edges.insert(edges.end(), some.begin(), some.end());
  std::vector<bool> tied(graph.actor_count());
  CHECK(SimilarityJoin(graph, threshold).count(tied).pairs == edges.size());
  std::vector<bool> with_edge(graph.actor_count());
  for (const ProjectedEdge& edge : edges) with_edge[edge.a] = with_edge[edge.b] = true;
  CHECK(tied == with_edge);
  return sorted(std::move(edges));
}

} // namespace

TEST_CASE("the join finds what the projection finds") {
  const Affiliation women = classic::southern_women();
  for (const double threshold : {0.01, 0.3, 0.5, 2.0 / 3, 0.8, 1.0})
    CHECK(joined(women, threshold) ==
          sorted(project(women, {.weight = Weight::jaccard, .min_weight = threshold})));
}

TEST_CASE("the join finds what the projection finds, on random sets with many twins") {
  Random random(3);
  for (int round = 0; round < 30; ++round) {
    const Node actors = 2 + static_cast<Node>(random.below(120));
    const Node events = 1 + static_cast<Node>(random.below(15));
    std::vector<Tie> ties;
    for (std::uint64_t i = random.below(400) + 1; i-- > 0;) {
      const double u = random.uniform();
      ties.push_back({static_cast<Node>(random.below(actors)),
                      static_cast<Node>(u * u * static_cast<double>(events)),
                      1,
                      {}});
    }
    const Affiliation graph(actors, events, ties);
    const double threshold = 0.05 + 0.95 * random.uniform();
    CHECK(joined(graph, threshold) ==
          sorted(project(graph, {.weight = Weight::jaccard, .min_weight = threshold})));
  }
}

TEST_CASE("more twins than fit into one block come out once each") {
  std::vector<Tie> ties;
  for (Node actor = 0; actor < 200; ++actor) ties.push_back({actor, actor % 2, 1, {}});
  CHECK(joined(Affiliation(200, 2, ties), 1).size() == 2 * 100 * 99 / 2);
}

TEST_CASE("a threshold that means nothing is refused") {
  for (const double threshold : {0.0, -1.0, 1.5, std::nan("")})
    CHECK_THROWS_AS(SimilarityJoin(classic::southern_women(), threshold), tela::base::Error);
}
