#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a few rows seek their partners in an index") {
  const std::string query = "SELECT ?p { ?s :name \"Haiti\" . ?p :for ?s }";
  CHECK(plan(query, {"lookup-joins"}) == R"(
project
└─ merge join on ?s
   ├─ scan POS ?p <for> ?s
   └─ scan POS ?s <name> "Haiti"
)");
  CHECK(plan(query) == R"(
project
└─ lookup join on ?s
   ├─ scan POS ?s <name> "Haiti"
   └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "lookup-joins"));
}
