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

TEST_CASE("all rows are planned for where no limit asks for less, or all are read before it") {
  const std::string pattern = "{ ?p :for ?s . ?s :in ?r . ?p :budget ?b }";
  for (const std::string& query :
       {"SELECT * " + pattern, "SELECT * " + pattern + " LIMIT 100000",
        "SELECT * " + pattern + " ORDER BY ?b LIMIT 1",
        "SELECT ?r (COUNT(*) AS ?n) " + pattern + " GROUP BY ?r LIMIT 1"}) {
    INFO(query);
    CHECK_FALSE(changes("row-goals", query));
  }
}

TEST_CASE("ASK wants one row") {
  CHECK(changes("row-goals", "ASK { ?p :for ?s . ?s :in ?r . ?p :budget ?b }"));
}
