#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("joins begin with the pattern that leaves the fewest rows") {
  const std::string query = "SELECT ?p { ?p :for ?s . ?s :in ?r . ?s :name \"Haiti\" }";
  CHECK(plan(query, {"order-joins"}) == R"(
project
└─ merge join on ?s
   ├─ lookup join on ?s
   │  ├─ scan PSO ?s <in> ?r
   │  └─ scan POS ?p <for> ?s
   └─ scan POS ?s <name> "Haiti"
)");
  CHECK(plan(query) == R"(
project
└─ lookup join on ?s
   ├─ lookup join on ?s
   │  ├─ scan POS ?s <name> "Haiti"
   │  └─ scan PSO ?s <in> ?r
   └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "order-joins"));
}
