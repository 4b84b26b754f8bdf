#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("EXISTS beside || becomes a mark join") {
  const std::string query = "SELECT ?s { ?s a :State FILTER(?s = :s1 || EXISTS { ?s :name ?n }) }";
  CHECK(plan(query, {"decorrelate-exists"}) == R"(
filter (|| (= ?s <s1>) (exists (bgp (triple ?s <name> ?n))))
└─ scan POS ?s a <State>
)");
  CHECK(plan(query) == R"(
project
└─ filter (|| (= ?s <s1>) ?.plan1)
   └─ lookup mark join .plan1 on ?s
      ├─ scan POS ?s a <State>
      └─ scan PSO ?s <name> ?n
)");
  CHECK(same_answers(query, "decorrelate-exists"));
}

TEST_CASE("EXISTS in SELECT and in an aggregate becomes a mark join") {
  CHECK(plan("SELECT ?s (EXISTS { ?s :name ?n } AS ?named) { ?s a :State }") == R"(
project
└─ extend ?named := ?.plan2
   └─ lookup mark join .plan2 on ?s
      ├─ scan POS ?s a <State>
      └─ scan PSO ?s <name> ?n
)");
  CHECK(plan("SELECT (SUM(IF(NOT EXISTS { ?s :name ?n }, 1, 0)) AS ?k) { ?s a :State }") == R"(
project
└─ extend ?k := ?.aggregate1
   └─ group, sorted
      └─ lookup mark join .plan3 on ?s
         ├─ scan POS ?s a <State>
         └─ scan PSO ?s <name> ?n
)");
}

TEST_CASE("EXISTS within EXISTS, and over groups, becomes joins") {
  CHECK(plan("SELECT ?s { ?s a :State FILTER NOT EXISTS { ?s :borders ?t FILTER NOT EXISTS "
             "{ ?t :name ?n } } }") == R"(
merge anti-join on ?s
├─ scan POS ?s a <State>
└─ lookup anti-join on ?t
   ├─ scan PSO ?s <borders> ?t
   └─ scan PSO ?t <name> ?n
)");
  CHECK(plan("SELECT ?s { ?s a :State FILTER EXISTS { SELECT ?s (COUNT(*) AS ?k) "
             "{ ?p :for ?s } GROUP BY ?s HAVING(COUNT(*) > 11) } }") == R"(
merge semi-join on ?s
├─ scan POS ?s a <State>
└─ project
   └─ filter (> ?.aggregate1 11)
      └─ group, sorted ?s
         └─ scan POS ?p <for> ?s
)");
}

TEST_CASE("EXISTS anywhere has the answers that it has row by row") {
  for (const std::string query :
       {"SELECT ?s { ?s a :State FILTER(!EXISTS { ?s :name ?n }) }",
        "SELECT ?s (IF(EXISTS { ?s :name ?n }, 1, 2) AS ?k) { ?s a :State }",
        "SELECT (EXISTS { ?s :name ?n } AS ?e) { }",
        "SELECT ?k (COUNT(*) AS ?n) { ?s a :State } GROUP BY (EXISTS { ?s :name ?x } AS ?k)",
        "SELECT ?s { ?s a :State } ORDER BY EXISTS { ?s :name ?n } ?s LIMIT 3",
        "SELECT ?s { ?s a :State FILTER NOT EXISTS { ?t :name ?n FILTER NOT EXISTS "
        "{ ?s :borders ?t } } }",
        "SELECT ?s { ?s a :State FILTER(EXISTS { SELECT ?s (COUNT(*) AS ?k) { ?p :for ?s } "
        "GROUP BY ?s HAVING(COUNT(*) > 11) } || ?s = :s7) }",
        "SELECT ?s { ?s a :State FILTER EXISTS { SELECT (COUNT(*) AS ?k) { ?p :for ?s } "
        "HAVING(COUNT(*) > 11) } }",
        "SELECT ?s ?x { ?s a :State OPTIONAL { ?s :name ?x } FILTER(BOUND(?x) || "
        "EXISTS { ?x :for ?s . ?x :budget ?b FILTER(?b > 38) }) }"}) {
    INFO(query);
    CHECK(same_answers(query, "decorrelate-exists"));
  }
}
