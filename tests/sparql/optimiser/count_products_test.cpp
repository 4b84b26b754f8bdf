#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("COUNT of patterns that share nothing multiplies their counts") {
  const std::string query = "SELECT (COUNT(*) AS ?n) { ?p a :Project . ?s :in ?r }";
  CHECK(plan(query, {"count-products"}) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group, sorted
      └─ hash join
         ├─ scan POS ?p a <Project>
         └─ scan PSO ?s <in> ?r
)");
  CHECK(plan(query) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ extend .aggregate1 := (* ?.plan0 ?.plan1)
      └─ hash join
         ├─ group, sorted
         │  └─ scan POS ?p a <Project>
         └─ group, sorted
            └─ scan PSO ?s <in> ?r
)");
  CHECK(same_answers(query, "count-products"));
}

TEST_CASE("COUNT by a key of one of the patterns multiplies by the others, if they have rows") {
  const std::string query = "SELECT ?r (COUNT(?p) AS ?n) { ?s :in ?r . ?p a :Project } GROUP BY ?r";
  CHECK(plan(query) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ extend .aggregate1 := (* ?.plan2 ?.plan0)
      └─ hash join
         ├─ group, sorted ?r
         │  └─ scan POS ?s <in> ?r
         └─ filter (> ?.plan1 0)
            └─ group, sorted
               └─ scan POS ?p a <Project>
)");
  CHECK(same_answers(query, "count-products"));
}

TEST_CASE("Counts are products only where nothing links the patterns") {
  for (const std::string rest :
       {"(COUNT(*) AS ?n) { ?p a :Project . ?s :in ?r FILTER(STR(?p) < STR(?s)) }",
        "(COUNT(DISTINCT *) AS ?n) { ?p a :Project . ?s :in ?r }",
        "(COUNT(*) AS ?n) (MAX(?r) AS ?m) { ?p a :Project . ?s :in ?r }",
        "(COUNT(*) AS ?n) { ?p :for ?s . ?s :in ?r }"}) {
    INFO(rest);
    CHECK(plan("SELECT " + rest) == plan("SELECT " + rest, {"count-products"}));
  }
}

TEST_CASE("Products of counts are the counts, of nothing too") {
  for (const std::string query :
       {"SELECT (COUNT(DISTINCT ?r) AS ?n) (COUNT(?r) AS ?k) { ?p a :Project . ?s :in ?r }",
        "SELECT (COUNT(DISTINCT ?r) AS ?n) { ?p a :Nowhere . ?s :in ?r }",
        "SELECT (COUNT(*) AS ?n) (COUNT(?q) AS ?k) { ?p a :Project . OPTIONAL { ?s :name ?q } }",
        "SELECT (COUNT(*) AS ?n) { ?p a :Project . ?s :in ?r . ?x a :Nowhere }",
        "SELECT ?r (COUNT(*) AS ?n) { ?s :in ?r . ?x a :Nowhere } GROUP BY ?r",
        "SELECT ?r ?b (COUNT(*) AS ?n) { ?s :in ?r . ?p :budget ?b FILTER(?b < 3 && ?r != :world)}"
        " GROUP BY ?r ?b",
        "SELECT (COUNT(*) AS ?n) (COUNT(?q) AS ?k) { ?p a :Project { ?s a :State OPTIONAL "
        "{ ?s :name ?q } } FILTER(1 = 1) }",
        "SELECT (COUNT(*) AS ?n) { ?p :budget ?b . ?q :budget ?c . ?s :in ?r FILTER(?b = ?c) }"}) {
    INFO(query);
    CHECK(same_answers(query, "count-products"));
  }
}
