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

TEST_CASE("a limit passes columns that are chosen or made on the way to ORDER BY") {
  const std::string query =
      "SELECT ?c { { SELECT ?b { ?p :budget ?b } ORDER BY ?b } BIND(?b + 1 AS ?c) } LIMIT 3";
  CHECK(plan(query) == R"(
slice limit 3 offset 0
└─ project
   └─ extend ?c := (+ ?b 1)
      └─ project
         └─ top 3 ?b
            └─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "top-k"));
}

TEST_CASE("all rows are sorted where there is no limit, or rows go on the way to it") {
  for (const std::string query :
       {"SELECT ?p { ?p :budget ?b } ORDER BY ?b", "SELECT ?p { ?p :budget ?b } LIMIT 3",
        "SELECT ?p { ?p :budget ?b } ORDER BY ?b OFFSET 3",
        "SELECT ?s { { SELECT ?s { ?p :for ?s ; :budget ?b } ORDER BY ?b } "
        "FILTER(?s != :s1) } LIMIT 3",
        "SELECT DISTINCT ?s { ?p :for ?s ; :budget ?b } ORDER BY ?b LIMIT 3",
        "SELECT (COUNT(*) AS ?n) { SELECT ?p { ?p :budget ?b } ORDER BY ?b } LIMIT 3"}) {
    INFO(query);
    CHECK_FALSE(changes("top-k", query));
  }
}

TEST_CASE("DISTINCT takes rows away, so the limit above it is not that of the sort below") {
  const std::string query = "SELECT DISTINCT ?s { ?p :for ?s ; :budget ?b } ORDER BY ?b LIMIT 7";
  CHECK(answers(projects(), query).size() == 7);
}
