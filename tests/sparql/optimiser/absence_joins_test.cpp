#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("OPTIONAL whose variable must stay unbound asks only for absence") {
  const std::string query = "SELECT ?s { ?s a :State OPTIONAL { ?s :name ?n } FILTER(!BOUND(?n)) }";
  CHECK(plan(query, {"absence-joins"}) == R"(
project
└─ filter (! (bound ?n))
   └─ lookup left join on ?s
      ├─ scan POS ?s a <State>
      └─ scan PSO ?s <name> ?n
)");
  CHECK(plan(query) == R"(
lookup anti-join on ?s
├─ scan POS ?s a <State>
└─ scan PSO ?s <name> ?n
)");
  CHECK(same_answers(query, "absence-joins"));
}

TEST_CASE("OPTIONAL stays where absence does not follow") {
  for (const std::string filter : {"BOUND(?n)", "!BOUND(?s)", "!BOUND(?n) || ?s = :s1"}) {
    const std::string query =
        "SELECT ?s { ?s a :State OPTIONAL { ?s :name ?n } FILTER(" + filter + ") }";
    INFO(filter);
    CHECK(plan(query) == plan(query, {"absence-joins"}));
  }
}
