#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a path is searched from the end that is bound") {
  const std::string query = "SELECT ?x { ?x :in+ :world }";
  CHECK(plan(query, {"path-direction"}) == R"(
path search ?x to <world>
)");
  CHECK(plan(query) == R"(
path search <world> to ?x, backward
)");
  CHECK(same_answers(query, "path-direction"));
}
