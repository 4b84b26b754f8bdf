#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;

TEST_CASE("columns that nobody reads are not made") {
  const std::string query = "SELECT ?p { ?p :budget ?b BIND(?b + 1 AS ?c) }";
  CHECK(plan(query, {"prune-columns"}) == R"(
project
└─ extend ?c := (+ ?b 1)
   └─ scan PSO ?p <budget> ?b
)");
  CHECK(plan(query) == R"(
project
└─ scan PSO ?p <budget> ?b
)");
  CHECK(same_answers(query, "prune-columns"));
}

TEST_CASE("an aggregate that nobody reads is not made") {
  const std::string query = "SELECT ?n { { SELECT ?s (COUNT(?p) AS ?n) (MAX(?b) AS ?m) "
                            "{ ?p :for ?s ; :budget ?b } GROUP BY ?s } }";
  CHECK(plan(query, {"prune-columns"}) == R"(
project
└─ project
   └─ extend ?m := ?.aggregate2
      └─ extend ?n := ?.aggregate1
         └─ group ?s
            └─ merge join on ?p
               ├─ scan PSO ?p <budget> ?b
               └─ scan PSO ?p <for> ?s
)");
  CHECK(plan(query) == R"(
project
└─ project
   └─ extend ?n := ?.aggregate1
      └─ group ?s
         └─ merge join on ?p
            ├─ scan PSO ?p <budget> ?b
            └─ scan PSO ?p <for> ?s
)");
  CHECK(same_answers(query, "prune-columns"));
}

TEST_CASE("COUNT of what is always bound counts rows, of what OPTIONAL binds it counts values") {
  const auto data = MemoryDataset::from(":a :p 1 ; :q 2 . :b :p 1 . :c :p 2 .");
  CHECK(answer_set(data, "SELECT (COUNT(?x) AS ?n) { ?s :p ?x OPTIONAL { ?s :q ?y } }") ==
        std::vector<std::string>{"?n=3"});
  CHECK(answer_set(data, "SELECT (COUNT(?y) AS ?n) { ?s :p ?x OPTIONAL { ?s :q ?y } }") ==
        std::vector<std::string>{"?n=1"});
  CHECK(answer_set(data, "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?s :p ?x }") ==
        std::vector<std::string>{"?n=2"});
  CHECK(answer_set(data, "SELECT (COUNT(DISTINCT *) AS ?n) { ?s :p ?x }") ==
        std::vector<std::string>{"?n=3"});
}

TEST_CASE("a column stays as long as anything above reads it") {
  const std::string made = "{ ?p :budget ?b BIND(?b + 1 AS ?c) ";
  for (const std::string& query :
       {"SELECT ?c " + made + "}", "SELECT * " + made + "}",
        "SELECT ?p " + made + "FILTER(?c > 3) }", "SELECT ?p " + made + "} ORDER BY ?c",
        "SELECT ?p " + made + "?q :budget ?c }",
        "SELECT ?p { { SELECT DISTINCT ?p ?c " + made + "} } }",
        "SELECT (SUM(?c) AS ?n) " + made + "}", "SELECT (COUNT(DISTINCT *) AS ?n) " + made + "}",
        "SELECT (COUNT(*) AS ?n) " + made + "} GROUP BY ?c",
        "SELECT ?p " + made + "FILTER EXISTS { ?q :budget ?c } }"}) {
    INFO(query);
    CHECK(plan(query).find("extend ?c") != std::string::npos);
    CHECK(same_answers(query, "prune-columns"));
  }
}

TEST_CASE("operators are numbered from 0, each before its inputs") {
  const auto query = parse_query("SELECT ?p { ?p :budget ?b ; :for ?s BIND(?b + 1 AS ?c) }");
  Counts counts;
  const auto made = sparql::optimiser::make_plan(query, counts.statistics(), {});
  std::uint32_t next = 0;
  const std::function<void(const sparql::optimiser::PlanNode&)> walk = [&](const auto& node) {
    CHECK(node.number == next++);
    for (const auto& input : node.inputs) walk(*input);
  };
  walk(*made.root);
  CHECK(made.node_count == next);
}
