#include "base/error.h"
#include "network/filter.h"
#include "network/graph.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace tela::network;
using Edges = std::vector<WeightedEdge>;

namespace {
std::vector<Node> row(std::span<const Node> nodes) {
  return {nodes.begin(), nodes.end()};
}
} // namespace

TEST_CASE("parallel edges become one, loops none, and both are counted") {
  const Graph graph(3, Direction::undirected, Edges{{1, 0, 2}, {0, 1, 3}, {2, 2, 1}, {1, 2, 1}});
  CHECK(graph.edge_count() == 2);
  CHECK(graph.edges()[0].weight == 5);
  CHECK(graph.edges_collapsed() == 1);
  CHECK(graph.loops_left_out() == 1);
  CHECK(row(graph.out().neighbours(1)) == std::vector<Node>{0, 2});
  CHECK(graph.edge_between(2, 1) == 1U);
  CHECK_FALSE(graph.edge_between(0, 2));
}

TEST_CASE("directed edges keep their sides") {
  const Graph graph(3, Direction::directed, Edges{{1, 0, 2}, {0, 1, 3}, {2, 0, 1}});
  CHECK(graph.edge_count() == 3);
  CHECK(row(graph.out().neighbours(0)) == std::vector<Node>{1});
  CHECK(row(graph.in().neighbours(0)) == std::vector<Node>{1, 2});
  CHECK(graph.edge_between(2, 0));
  CHECK_FALSE(graph.edge_between(0, 2));
  const Graph plain = graph.undirected();
  CHECK(plain.edge_count() == 2);
  CHECK(plain.edges()[0].weight == 5);
}

TEST_CASE("edges that cannot be measured are refused") {
  const auto make = [](WeightedEdge edge) { return Graph(2, Direction::directed, Edges{edge}); };
  CHECK_THROWS_AS(make({0, 2, 1}), tela::base::Error);
  CHECK_THROWS_AS(make({0, 1, -1}), tela::base::Error);
  CHECK_THROWS_AS(make({0, 1, std::nan("")}), tela::base::Error);
}

TEST_CASE("an ego network holds what is near") {
  const Graph path(5, Direction::directed, Edges{{0, 1, 1}, {1, 2, 1}, {3, 2, 1}, {3, 4, 1}});
  CHECK(ego_network(path, 2, 0) == std::vector<Node>{2});
  CHECK(ego_network(path, 2, 1) == std::vector<Node>{2, 1, 3});
  CHECK(ego_network(path, 0, 99).size() == 5);
}

TEST_CASE("the strongest edges of many are kept, ties by name") {
  StrongestEdges strongest(3);
  strongest.add(std::vector<ProjectedEdge>{{0, 1, 1, 5}, {0, 2, 1, 7}, {0, 3, 1, 5}});
  strongest.add(std::vector<ProjectedEdge>{{1, 2, 1, 5}, {1, 3, 1, 9}});
  const auto kept = strongest.take();
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].weight == 9);
  CHECK(kept[1].weight == 7);
  CHECK((kept[2].a == 0 && kept[2].b == 1));
  StrongestEdges none(0);
  none.add(kept);
  CHECK(none.take().empty());
}
