#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("ORDER BY with LIMIT keeps only the best rows") {
  const std::string query = "SELECT ?p { ?p :budget ?b } ORDER BY DESC(?b) LIMIT 3 OFFSET 2";
  CHECK(plan(query, {"top-k"}) == R"(
slice limit 3 offset 2
└─ project
   └─ order by desc ?b
      └─ scan PSO ?p <budget> ?b
)");
  CHECK(plan(query) == R"(
slice limit 3 offset 2
└─ project
   └─ top 5 desc ?b
      └─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "top-k"));
}
