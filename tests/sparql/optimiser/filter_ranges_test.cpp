#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a comparison with a constant becomes a range of an index") {
  const std::string query = "SELECT ?p { ?p :budget ?b FILTER(?b >= 37) }";
  CHECK(plan(query, {"filter-ranges"}) == R"(
project
└─ filter (>= ?b 37)
   └─ scan PSO ?p <budget> ?b
)");
  CHECK(plan(query) == R"(
project
└─ filter (>= ?b 37)
   └─ scan POS ?p <budget> ?b in 22 ranges
)");
  CHECK(same_answers(query, "filter-ranges"));
}
