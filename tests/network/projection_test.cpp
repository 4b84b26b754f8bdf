#include "base/error.h"
#include "classic_graphs.h"
#include "network/projection.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace tela::network;

namespace {

constexpr Node evelyn = 0, laura = 1, theresa = 2, charlotte = 4, nora = 13, olivia = 16,
               flora = 17;

std::optional<ProjectedEdge> edge(const std::vector<ProjectedEdge>& edges, Node a, Node b) {
  const auto found = std::find_if(edges.begin(), edges.end(),
                                  [&](const ProjectedEdge& e) { return e.a == a && e.b == b; });
  return found == edges.end() ? std::nullopt : std::optional(*found);
}

double weight(Weight kind, Node a, Node b) {
  const auto found = edge(project(classic::southern_women(), {.weight = kind}), a, b);
  return found ? found->weight : 0;
}

} // namespace

TEST_CASE("women of Davis meet as often as published") {
  const auto edges = project(classic::southern_women());
  CHECK(edges.size() == 139);
  CHECK(edge(edges, evelyn, laura)->shared == 6);
  CHECK(edge(edges, evelyn, theresa)->shared == 7);
  CHECK(edge(edges, evelyn, charlotte)->shared == 3);
  CHECK(edge(edges, olivia, flora)->shared == 2);
  CHECK_FALSE(edge(edges, laura, olivia));
  CHECK(std::is_sorted(edges.begin(), edges.end(), [](const auto& x, const auto& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  }));
}

TEST_CASE("weights follow their formulas") {
  // Evelyn was at 8 events, Laura at 7, 6 of them the same.
  CHECK(weight(Weight::jaccard, evelyn, laura) == Approx(6.0 / 9));
  CHECK(weight(Weight::cosine, evelyn, laura) == Approx(6.0 / std::sqrt(56.0)));
  CHECK(weight(Weight::overlap, evelyn, laura) == Approx(6.0 / 7));
  // Olivia and Flora share event 9 (12 women) and event 11 (4 women).
  CHECK(weight(Weight::newman, olivia, flora) == Approx(1.0 / 11 + 1.0 / 3));
  CHECK(weight(Weight::newman, nora, olivia) == Approx(1.0 / 11 + 1.0 / 3));
}

TEST_CASE("hypergeometric weight is minus the logarithm of Fisher's upper tail") {
  // Both at 2 of 14 events, the same two: 1 / C(14, 2).
  CHECK(weight(Weight::hypergeometric, olivia, flora) == Approx(std::log10(91.0)));
  // 8 and 7 of 14, at least 6 shared: (C(8,6) C(6,1) + C(8,7)) / C(14, 7).
  CHECK(weight(Weight::hypergeometric, evelyn, laura) == Approx(-std::log10(176.0 / 3432)));
}

TEST_CASE("tie weights enter as budgets shared") {
  const Affiliation graph(2, 2, {{0, 0, 3, {}}, {1, 0, 1, {}}, {0, 1, 2, {}}, {1, 1, 5, {}}});
  const auto with = [&](Weight weight) {
    return project(graph, {.weight = weight, .tie_weights = TieWeights::used}).at(0).weight;
  };
  CHECK(with(Weight::count) == 3);
  CHECK(with(Weight::jaccard) == Approx(3.0 / 8));
  CHECK(with(Weight::overlap) == Approx(3.0 / 5));
  CHECK(with(Weight::cosine) == Approx(13 / std::sqrt(13.0 * 26.0)));
  CHECK(with(Weight::newman) == 3);
  CHECK_THROWS_AS(with(Weight::hypergeometric), tela::base::Error);
}

TEST_CASE("members who were never there together share nothing") {
  const Affiliation graph(
      3, 1, {{0, 0, 1, years(1996, 2000)}, {1, 0, 1, years(2005, 2010)}, {2, 0, 1, {}}});
  const auto edges = project(graph);
  CHECK_FALSE(edge(edges, 0, 1));
  CHECK(edge(edges, 0, 2));
  CHECK(edge(edges, 1, 2));
}

TEST_CASE("weak edges are not made") {
  const Affiliation women = classic::southern_women();
  for (const auto& e : project(women, {.weight = Weight::jaccard, .min_weight = 0.5}))
    CHECK(e.weight >= 0.5);
  CHECK(project(women, {.min_shared = 7}).size() == 1);
}

TEST_CASE("rows that are too many for one round come in order all the same") {
  constexpr Node actors = 2000;
  std::vector<Tie> ties;
  for (Node a = 0; a < actors; ++a) ties.push_back({a, 0, 1, {}});
  const Affiliation graph(actors, 1, std::move(ties));
  std::uint64_t edges = 0;
  std::pair<Node, Node> last{0, 0};
  project(graph, {.weight = Weight::newman, .execution = {.threads = 1}},
          [&](std::span<const ProjectedEdge> some) {
            CHECK(some.size() < 100'000);
            for (const ProjectedEdge& edge : some) {
              if (std::pair(edge.a, edge.b) <= last) FAIL("out of order");
              last = {edge.a, edge.b};
            }
            edges += some.size();
          });
  CHECK(edges == std::uint64_t{actors} * (actors - 1) / 2);
}

TEST_CASE("the number of threads changes nothing") {
  std::mt19937 random(7);
  std::vector<Tie> ties;
  for (int i = 0; i < 20'000; ++i)
    ties.push_back({static_cast<Node>(random() % 3000),
                    static_cast<Node>(random() % 4000),
                    1.0 + random() % 5,
                    {}});
  const Affiliation graph(3000, 4000, ties);
  for (const auto use : {TieWeights::ignored, TieWeights::used}) {
    const auto alone = project(graph, {.tie_weights = use, .execution = {.threads = 1}});
    const auto together = project(graph, {.tie_weights = use, .execution = {.threads = 3}});
    REQUIRE(alone.size() == together.size());
    CHECK(
        std::equal(alone.begin(), alone.end(), together.begin(), [](const auto& x, const auto& y) {
          return x.a == y.a && x.b == y.b && x.shared == y.shared && x.weight == y.weight;
        }));
  }
}

TEST_CASE("counting event by event gives what going actor by actor gives") {
  std::mt19937 random(11);
  std::vector<Tie> bare;
  for (int i = 0; i < 30'000; ++i)
    bare.push_back(
        {static_cast<Node>(random() % 90), static_cast<Node>(random() % 9000), 1, Period{}});
  std::vector<Tie> dated = bare; // periods that all meet take the other way
  for (Tie& tie : dated) tie.period = years(2000, 2001);
  for (const Weight weight : {Weight::count, Weight::jaccard, Weight::cosine, Weight::overlap}) {
    const ProjectionOptions options{.weight = weight, .min_weight = 0.02, .min_shared = 2};
    const auto counted = project(Affiliation(90, 9000, bare), options);
    const auto gathered = project(Affiliation(90, 9000, dated), options);
    REQUIRE(counted.size() == gathered.size());
    CHECK(std::equal(
        counted.begin(), counted.end(), gathered.begin(), [](const auto& x, const auto& y) {
          return x.a == y.a && x.b == y.b && x.shared == y.shared && x.weight == y.weight;
        }));
  }
}

TEST_CASE("weights are named for people") {
  CHECK(weight_named("jaccard") == Weight::jaccard);
  CHECK(name(Weight::newman) == "newman");
  CHECK_THROWS_WITH(weight_named("strong"), Catch::Contains("strong"));
}
