#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("Below DISTINCT a path of which one end is asked needs to lead anywhere only") {
  const std::string query = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :in+ ?x }";
  CHECK(plan(query, {"drop-duplicates"}) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group, sorted
      └─ path search ?s to ?x
)");
  CHECK(plan(query) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group, sorted
      └─ path search ?s to anywhere
)");
  CHECK(plan("SELECT DISTINCT ?x { ?s :in+ ?x }") == R"(
distinct
└─ project
   └─ path search ?x to anywhere, backward
)");
  CHECK(plan("SELECT DISTINCT ?p { ?p :for ?s . ?s (:in/:in)+ ?x FILTER(?p = :p1) }") == R"(
distinct, sorted
└─ project
   └─ path search ?s to anywhere
      └─ filter (= ?p <p1>)
         └─ scan PSO ?p <for> ?s in 1 ranges
)");
}

TEST_CASE("A path to anywhere is there for the starts that lead somewhere") {
  for (const std::string path : {":in", ":in+", ":in*", ":in?", "(:in/:in)+", "(:in|:borders)+",
                                 "(:in/:in)*", "^:in+", "(^:in|:in)*", "!:in", "(:in/:name)+"}) {
    const std::string pattern = "?s " + path + " ?x";
    for (const std::string& query : std::vector<std::string>{
             "SELECT DISTINCT ?s { " + pattern + " }", "SELECT DISTINCT ?x { " + pattern + " }",
             "SELECT (COUNT(DISTINCT ?s) AS ?n) { " + pattern + " }",
             "SELECT DISTINCT ?s { ?s a :State . " + pattern + " }",
             "SELECT DISTINCT ?x { ?x a :State . " + pattern + " }"}) {
      INFO(query);
      CHECK(same_answers(query, "drop-duplicates"));
    }
  }
}
