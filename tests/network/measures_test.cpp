#include "base/error.h"
#include "classic_graphs.h"
#include "network/backbone/sdsm.h"
#include "network/measures/assortativity.h"
#include "network/measures/betweenness.h"
#include "network/measures/closeness.h"
#include "network/measures/clustering.h"
#include "network/measures/communities.h"
#include "network/measures/components.h"
#include "network/measures/constraint.h"
#include "network/measures/core_number.h"
#include "network/measures/degree.h"
#include "network/measures/eigenvector.h"
#include "network/measures/pagerank.h"
#include "network/measures/summary.h"
#include "network/measures/two_mode_clustering.h"
#include "network/projection.h"
#include "network/similarity_join.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace tela::network;
using Edges = std::vector<WeightedEdge>;

namespace {

Graph graph_of(const classic::Pairs& pairs) {
  Node count = 0;
  Edges edges;
  for (const auto& [a, b] : pairs) {
    edges.push_back({a, b, 1});
    count = std::max({count, a + 1, b + 1});
  }
  return {count, Direction::undirected, edges};
}

const Graph karate = graph_of(classic::karate_club());
const Graph florence = graph_of(classic::florentine_families());
constexpr Node instructor = 0, president = 33, medici = 8, strozzi = 13, pazzi = 9;

} // namespace

TEST_CASE("Zachary's club has its published figures") {
  const Summary figures = summarise(karate);
  CHECK(figures.nodes == 34);
  CHECK(figures.edges == 78);
  CHECK(figures.density == Approx(0.13904).epsilon(1e-4));
  CHECK(figures.components == 1);
  CHECK(figures.transitivity == Approx(0.25568).epsilon(1e-4));
  CHECK(figures.average_clustering == Approx(0.57064).epsilon(1e-4));
  CHECK(diameter(karate) == 5);
}

TEST_CASE("instructor and president stand between the others") {
  const auto between = betweenness(karate, Distance::hops);
  CHECK(between[instructor] == Approx(231.0714).epsilon(1e-6));
  CHECK(between[president] == Approx(160.5516).epsilon(1e-6));
  CHECK(closeness(karate, Distance::hops)[instructor] == Approx(0.56897).epsilon(1e-4));
  const auto edges = edge_betweenness(karate, Distance::hops);
  CHECK(std::accumulate(edges.begin(), edges.end(), 0.0) ==
        Approx(std::accumulate(between.begin(), between.end(), 0.0) + 34 * 33 / 2));
}

TEST_CASE("Louvain finds the four groups of the club") {
  const Communities found = communities(karate);
  CHECK(found.modularity > 0.41);
  CHECK(found.modularity < 0.4199);
  CHECK(found.partition.sizes.size() == 4);
  CHECK(communities(karate, {.seed = 1}).partition.group_of == found.partition.group_of);
}

TEST_CASE("the club's cores and joints") {
  const auto core = core_number(karate);
  CHECK(std::count(core.begin(), core.end(), 4U) == 10);
  const auto joints = articulation_points(karate);
  CHECK(joints[instructor]);
  CHECK(std::count(joints.begin(), joints.end(), true) == 1);
}

TEST_CASE("the Medici are central by every measure") {
  // Normalised betweenness 0.522, closeness 0.560 in the literature, among 15 families.
  CHECK(betweenness(florence, Distance::hops)[medici] == Approx(47.5));
  CHECK(closeness(florence, Distance::hops)[medici] == Approx(0.56));
  CHECK(degree(florence)[medici] == 6);
  CHECK(degree(florence)[strozzi] == 4);
  CHECK(betweenness(florence, Distance::hops)[pazzi] == 0);
  const auto scores = eigenvector(florence);
  CHECK(scores.converged);
  CHECK(scores.scores[medici] == Approx(0.4303).epsilon(1e-3));
}

TEST_CASE("strong ties are short") {
  // The heavy way round is nearer than the light edge.
  const Graph triangle(3, Direction::undirected, Edges{{0, 1, 4}, {1, 2, 4}, {0, 2, 1}});
  CHECK(betweenness(triangle, Distance::inverse_weight)[1] == 1);
  CHECK(betweenness(triangle, Distance::hops)[1] == 0);
  // 1/3 + 1/3 + 1/3 and 1 are the same length, though not as doubles.
  const Graph ring(4, Direction::undirected, Edges{{0, 1, 3}, {1, 2, 3}, {2, 3, 3}, {0, 3, 1}});
  CHECK(betweenness(ring, Distance::inverse_weight)[1] == Approx(1.5));
}

TEST_CASE("an edge of no weight cannot be walked") {
  const Graph graph(3, Direction::undirected, Edges{{0, 1, 0}, {1, 2, 1}});
  CHECK(closeness(graph, Distance::inverse_weight)[0] == 0);
}

TEST_CASE("betweenness does not depend on the number of threads") {
  CHECK(betweenness(karate, Distance::inverse_weight, {.threads = 1}) ==
        betweenness(karate, Distance::inverse_weight, {.threads = 3}));
}

TEST_CASE("whatever costs more than a pass over the edges can be cancelled") {
  tela::base::Cancellation cancellation;
  cancellation.cancel();
  const tela::base::Execution late{.cancellation = &cancellation};
  const Affiliation women = classic::southern_women();
  const std::vector<std::pair<std::string, std::function<void()>>> works{
      {"betweenness", [&] { (void)betweenness(karate, Distance::hops, late); }},
      {"edge betweenness", [&] { (void)edge_betweenness(karate, Distance::hops, late); }},
      {"closeness", [&] { (void)closeness(karate, Distance::hops, late); }},
      {"diameter", [&] { (void)diameter(karate, late); }},
      {"summary", [&] { (void)summarise(karate, late); }},
      {"clustering", [&] { (void)clustering(karate, late); }},
      {"constraint", [&] { (void)constraint(karate, late); }},
      {"communities", [&] { (void)communities(karate, {}, late); }},
      {"eigenvector", [&] { (void)eigenvector(karate, late); }},
      {"PageRank", [&] { (void)pagerank(karate, 0.85, late); }},
      {"counts", [&] { (void)project(women, {.execution = late}); }},
      {"rows", [&] { (void)project(women, {.weight = Weight::newman, .execution = late}); }},
      {"similarity", [&] { (void)SimilarityJoin(women, 0.5, late).next(); }},
      {"SDSM", [&] { (void)sdsm(women, project(women), late); }},
  };
  for (const auto& [name, work] : works) {
    INFO(name);
    CHECK_THROWS_AS(work(), tela::base::Error);
  }
}

TEST_CASE("closeness counts only what is reached, and how much that is") {
  // A pair and a triangle: distance 1 each, but 1 and 2 of 4 others reached.
  const Graph graph(5, Direction::undirected, Edges{{0, 1, 1}, {2, 3, 1}, {3, 4, 1}, {2, 4, 1}});
  const auto near = closeness(graph, Distance::hops);
  CHECK(near[0] == Approx(0.25));
  CHECK(near[2] == Approx(0.5));
}

TEST_CASE("PageRank gives back what dangling nodes hold") {
  const Graph graph(2, Direction::directed, Edges{{0, 1, 1}});
  const auto ranks = pagerank(graph);
  CHECK(ranks.converged);
  CHECK(ranks.scores[0] + ranks.scores[1] == Approx(1));
  // x0 = (0.15 + 0.85 x1) / 2, x0 + x1 = 1.
  CHECK(ranks.scores[0] == Approx(1 / (2 + 0.85)));
}

TEST_CASE("eigenvector centrality settles on two-mode graphs") {
  const Graph star(4, Direction::undirected, Edges{{0, 1, 1}, {0, 2, 1}, {0, 3, 1}});
  const auto found = eigenvector(star);
  CHECK(found.converged);
  CHECK(found.scores[0] == Approx(std::sqrt(0.5)));
}

TEST_CASE("constraint: a bridge is free, a clique is not, a hermit has none") {
  const Graph graph(4, Direction::undirected, Edges{{0, 1, 1}, {0, 2, 1}});
  const auto found = constraint(graph);
  CHECK(found[0] == Approx(0.5));
  CHECK(found[1] == Approx(1));
  CHECK(std::isnan(found[3]));
}

TEST_CASE("parts are numbered by size, then by first member") {
  const std::vector<std::uint32_t> labels{7, 3, 3, 9, 9, 5};
  const Partition found = partition(labels);
  CHECK(found.group_of == std::vector<std::uint32_t>{2, 0, 0, 1, 1, 3});
  CHECK(found.sizes == std::vector<std::uint32_t>{2, 2, 1, 1});
}

TEST_CASE("strong components follow the arrows") {
  const Graph graph(4, Direction::directed, Edges{{0, 1, 1}, {1, 0, 1}, {1, 2, 1}});
  CHECK(strong_components(graph).sizes == std::vector<std::uint32_t>{2, 1, 1});
  CHECK(components(graph).sizes == std::vector<std::uint32_t>{3, 1});
}

TEST_CASE("assortativity is 1 inside kinds, -1 across two, and nothing without edges") {
  const std::vector<std::uint32_t> kinds{0, 0, 1, 1};
  const Edges inside{{0, 1, 1}, {2, 3, 1}};
  const Edges across{{0, 2, 1}, {1, 3, 1}};
  CHECK(assortativity(Graph(4, Direction::undirected, inside), kinds) == 1.0);
  CHECK(assortativity(Graph(4, Direction::undirected, across), kinds) == -1.0);
  CHECK_FALSE(assortativity(Graph(4, Direction::undirected, Edges{}), kinds));
}

TEST_CASE("two-mode clustering sees shared events, not triangles by size of event") {
  // Four women at one event: nothing but overlap, and no cycle of four.
  const Affiliation one_event(4, 1, {{0, 0, 1, {}}, {1, 0, 1, {}}, {2, 0, 1, {}}, {3, 0, 1, {}}});
  CHECK(two_mode_closure(one_event) == 0);
  CHECK(two_mode_clustering(one_event)[0] == 1);
  const Affiliation twice(2, 2, {{0, 0, 1, {}}, {1, 0, 1, {}}, {0, 1, 1, {}}, {1, 1, 1, {}}});
  CHECK(two_mode_closure(twice) == 1);
}

TEST_CASE("a graph without nodes or edges has measures too") {
  for (const Node count : {0U, 3U}) {
    const Graph graph(count, Direction::undirected, Edges{});
    CHECK(betweenness(graph, Distance::hops).size() == count);
    CHECK(closeness(graph, Distance::inverse_weight) == std::vector<double>(count, 0));
    CHECK(pagerank(graph).scores.size() == count);
    CHECK(eigenvector(graph).scores.size() == count);
    CHECK(core_number(graph) == std::vector<std::uint32_t>(count, 0));
    CHECK(components(graph).sizes.size() == count);
    CHECK(articulation_points(graph) == std::vector<bool>(count, false));
    CHECK(communities(graph).modularity == 0);
    CHECK(summarise(graph).density == 0);
    CHECK(diameter(graph) == 0);
  }
}
