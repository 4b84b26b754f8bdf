#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("columns that nobody reads are not made") {
  const std::string query = "SELECT ?p { ?p :budget ?b BIND(?b + 1 AS ?c) }";
  CHECK(plan(query, {"prune-columns"}) == R"(
project
└─ extend ?c := (+ ?b 1)
   └─ scan PSO ?p <budget> ?b
)");
  CHECK(plan(query) == R"(
project
└─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "prune-columns"));
}
