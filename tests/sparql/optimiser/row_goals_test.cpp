#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("under LIMIT a plan gives its first rows early") {
  const std::string query = "SELECT * { ?p :for ?s . ?s :in ?r . ?p :budget ?b } LIMIT 1";
  CHECK(plan(query, {"row-goals"}) == R"(
slice limit 1 offset 0
└─ project
   └─ hash join on ?s
      ├─ merge join on ?p
      │  ├─ scan PSO ?p <budget> ?b
      │  └─ scan PSO ?p <for> ?s
      └─ scan PSO ?s <in> ?r
)");
  CHECK(plan(query) == R"(
slice limit 1 offset 0
└─ project
   └─ lookup join on ?p
      ├─ lookup join on ?s
      │  ├─ scan PSO ?s <in> ?r
      │  └─ scan POS ?p <for> ?s
      └─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "row-goals"));
}
