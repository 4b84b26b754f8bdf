#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("inputs that are sorted alike are merged") {
  const std::string query = "SELECT * { ?p a :Project . ?p :budget ?b }";
  CHECK(plan(query, {"merge-joins"}) == R"(
lookup join on ?p
├─ scan PSO ?p <budget> ?b
└─ scan POS ?p a <Project>
)");
  CHECK(plan(query) == R"(
merge join on ?p
├─ scan PSO ?p <budget> ?b
└─ scan POS ?p a <Project>
)");
  CHECK(same_answers(query, "merge-joins"));
}
