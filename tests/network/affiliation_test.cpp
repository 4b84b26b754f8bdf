#include "base/error.h"
#include "classic_graphs.h"
#include "network/affiliation.h"

#include <catch2/catch.hpp>

using namespace tela::network;

namespace {
std::vector<Node> columns(std::span<const Node> row) {
  return {row.begin(), row.end()};
}
} // namespace

TEST_CASE("both sides of a two-mode graph are kept, sorted") {
  const Affiliation graph(3, 2, {{2, 1, 1, {}}, {0, 1, 1, {}}, {0, 0, 1, {}}});
  CHECK(graph.tie_count() == 3);
  CHECK(columns(graph.by_event().row(1)) == std::vector<Node>{0, 2});
  CHECK(columns(graph.by_actor().row(0)) == std::vector<Node>{0, 1});
  CHECK(graph.by_actor().degree(1) == 0);
  CHECK(graph.transposed().actor_count() == 2);
}

TEST_CASE("a tie that stands twice is one tie with both weights") {
  const Affiliation graph(1, 1, {{0, 0, 2, years(2001, 2002)}, {0, 0, 3, years(2005, 2006)}});
  CHECK(graph.tie_count() == 1);
  CHECK(graph.by_actor().weight(0) == 5);
  CHECK(graph.by_event().period(0) == years(2001, 2006));
}

TEST_CASE("ties that cannot be are refused") {
  using Ties = std::vector<Tie>;
  CHECK_THROWS_AS(Affiliation(1, 1, Ties{{1, 0, 1, {}}}), tela::base::Error);
  CHECK_THROWS_AS(Affiliation(1, 1, Ties{{0, 1, 1, {}}}), tela::base::Error);
  CHECK_THROWS_AS(Affiliation(1, 1, Ties{{0, 0, 0, {}}}), tela::base::Error);
  CHECK_THROWS_AS(Affiliation(1, 1, Ties{{0, 0, NAN, {}}}), tela::base::Error);
}

TEST_CASE("sorted rows give the same graph as single ties") {
  const Affiliation women = classic::southern_women();
  const Affiliation again(women.actor_count(), women.by_event());
  CHECK(again.by_actor().columns == women.by_actor().columns);
  CHECK(again.by_actor().offsets == women.by_actor().offsets);
}

TEST_CASE("a window keeps the ties that hold in it") {
  const Affiliation graph(
      2, 2, {{0, 0, 1, years(2001, 2003)}, {1, 0, 1, years(2010, 2012)}, {1, 1, 1, {}}});
  const Affiliation early = graph.during(years(2002, 2005));
  CHECK(columns(early.by_event().row(0)) == std::vector<Node>{0});
  CHECK(columns(early.by_event().row(1)) == std::vector<Node>{1});
  CHECK(early.actor_count() == 2);
}

TEST_CASE("two actors share the events at which they meet") {
  const Affiliation graph(2, 3,
                          {{0, 0, 1, years(2001, 2003)},
                           {1, 0, 1, years(2010, 2012)},
                           {0, 2, 1, years(2001, 2005)},
                           {1, 2, 1, years(2004, 2009)}});
  const auto shared = shared_events(graph, 0, 1);
  REQUIRE(shared.size() == 1);
  CHECK(shared[0].event == 2);
  CHECK(shared[0].period == years(2004, 2005));
}
