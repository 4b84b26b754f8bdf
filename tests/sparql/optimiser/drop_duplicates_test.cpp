#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("below DISTINCT a join that only multiplies rows becomes a semi-join") {
  const std::string query = "SELECT DISTINCT ?s { ?s a :State . ?p :for ?s }";
  CHECK(plan(query, {"drop-duplicates"}) == R"(
distinct, sorted
└─ project
   └─ lookup join on ?s
      ├─ scan POS ?s a <State>
      └─ scan POS ?p <for> ?s
)");
  CHECK(plan(query) == R"(
distinct, sorted
└─ project
   └─ lookup semi-join on ?s
      ├─ scan POS ?s a <State>
      └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "drop-duplicates"));
}
