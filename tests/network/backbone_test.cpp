#include "base/error.h"
#include "classic_graphs.h"
#include "network/backbone/configuration_model.h"
#include "network/backbone/disparity.h"
#include "network/backbone/multiple_tests.h"
#include "network/backbone/poisson_binomial.h"
#include "network/backbone/sdsm.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

using namespace tela::network;

namespace {

// The plain definition, one trial after the other.
double tail_by_definition(std::size_t least, const std::vector<Trials>& trials) {
  std::vector<double> exactly{1};
  for (const auto& [count, p] : trials)
    for (std::uint64_t i = 0; i < count; ++i) {
      exactly.push_back(0);
      for (std::size_t k = exactly.size(); k-- > 0;)
        exactly[k] = exactly[k] * (1 - p) + (k > 0 ? exactly[k - 1] * p : 0);
    }
  double tail = 0;
  for (std::size_t k = exactly.size(); k-- > least;) tail += exactly[k];
  return tail;
}

} // namespace

TEST_CASE("corrections follow their papers") {
  const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
  CHECK(corrected(p, 4, Correction::none) == p);
  CHECK(corrected(p, 4, Correction::bonferroni)[1] == Approx(0.16));
  const auto holm = corrected(p, 4, Correction::holm);
  CHECK(holm[3] == Approx(0.02));
  CHECK(holm[0] == Approx(0.03));
  CHECK(holm[2] == Approx(0.06));
  CHECK(holm[1] == Approx(0.06));
  const auto bh = corrected(p, 4, Correction::benjamini_hochberg);
  CHECK(bh[3] == Approx(0.02));
  CHECK(bh[0] == Approx(0.02));
  CHECK(bh[2] == Approx(0.04));
  CHECK(bh[1] == Approx(0.04));
  CHECK(corrected(p, 1000, Correction::holm)[1] == 1);
  CHECK(correction_named("holm") == Correction::holm);
  CHECK_THROWS_AS(correction_named("luck"), tela::base::Error);
}

TEST_CASE("disparity knows a strong edge from an even spread") {
  const std::vector<WeightedEdge> star{{0, 1, 8}, {0, 2, 1}, {0, 3, 1}};
  const auto p = disparity(Graph(4, Direction::undirected, star));
  CHECK(p[0] == Approx(0.2 * 0.2));
  CHECK(p[1] == Approx(0.9 * 0.9));
  const std::vector<WeightedEdge> alone{{0, 1, 5}};
  CHECK(disparity(Graph(2, Direction::undirected, alone))[0] == 1);
}

TEST_CASE("the tail of different trials is exact where few are asked for") {
  const std::vector<Trials> trials{{10, 0.3}, {5, 0.9}, {40, 0.01}, {1, 1.0}, {3, 0.0}};
  for (std::uint64_t least = 0; least <= 20; ++least)
    CHECK(poisson_binomial_tail(least, trials) ==
          Approx(tail_by_definition(least, trials)).epsilon(1e-9));
}

TEST_CASE("far tails keep their digits") {
  const std::vector<Trials> trials{{1000, 0.001}};
  CHECK(poisson_binomial_tail(30, trials) ==
        Approx(tail_by_definition(30, trials)).epsilon(1e-6).margin(0));
}

TEST_CASE("the approximation stays within its bound where it is used") {
  for (const double p : {0.02, 0.1, 0.5, 0.9}) {
    const std::vector<Trials> trials{{2000, p}, {500, p / 2}};
    const auto mean = static_cast<std::uint64_t>(2000 * p + 250 * p);
    for (std::uint64_t least = poisson_binomial_exact_limit + 1; least < mean + 200; least += 7)
      CHECK(std::abs(refined_normal_tail(least, trials) - tail_by_definition(least, trials)) <
            1e-3);
  }
}

TEST_CASE("the configuration model expects the degrees that are observed") {
  const Affiliation women = classic::southern_women();
  const ConfigurationModel model(women);
  CHECK(model.error() < 1e-8);
  for (Node woman = 0; woman < women.actor_count(); ++woman) {
    const std::uint32_t degree = women.by_actor().degree(woman);
    double expected = 0;
    for (std::size_t e = 0; e < model.event_counts().size(); ++e)
      expected += static_cast<double>(model.event_counts()[e]) * model.probability(degree, e);
    CHECK(expected == Approx(degree));
  }
}

TEST_CASE("an event that everybody attends says nothing") {
  // Two pairs of actors, each at eight events of its own, and all four at one more.
  std::vector<Tie> ties;
  for (Node actor = 0; actor < 4; ++actor) {
    ties.push_back({actor, 0, 1, {}});
    for (Node event = 0; event < 8; ++event)
      ties.push_back({actor, 1 + event + 8 * (actor / 2), 1, {}});
  }
  const Affiliation graph(4, 17, ties);
  const auto edges = project(graph);
  const auto p = sdsm(graph, edges);
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (edges[i].a / 2 == edges[i].b / 2) {
      CHECK(p[i] < 0.05);
    } else {
      CHECK(p[i] > 0.9);
    }
}

TEST_CASE("Davis's women met no more often than their zeal explains") {
  // Values of a plain computation, node by node and event by event.
  const Affiliation women = classic::southern_women();
  const auto edges = project(women);
  const auto p = sdsm(women, edges);
  const auto of = [&](Node a, Node b) {
    for (std::size_t i = 0; i < edges.size(); ++i)
      if (edges[i].a == a && edges[i].b == b) return p[i];
    return -1.0;
  };
  CHECK(of(0, 2) == Approx(0.1866880686));
  CHECK(of(0, 1) == Approx(0.2682000551));
  CHECK(of(11, 12) == Approx(0.0935130146));
}
