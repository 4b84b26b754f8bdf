#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("groups that come together need no table") {
  const std::string query = "SELECT ?s (COUNT(*) AS ?n) { ?p :for ?s } GROUP BY ?s";
  CHECK(plan(query, {"sorted-groups"}) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group ?s
      └─ scan PSO ?p <for> ?s
)");
  CHECK(plan(query) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group, sorted ?s
      └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "sorted-groups"));
}
