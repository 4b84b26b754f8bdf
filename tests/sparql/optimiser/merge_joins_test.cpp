#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("inputs that are sorted alike are merged") {
  const std::string query = "SELECT * { ?p a :Project . ?p :budget ?b }";
  CHECK(plan(query, {"merge-joins"}) == R"(
lookup join on ?p
├─ scan PSO ?p <budget> ?b
└─ scan POS ?p a <Project>
)");
  CHECK(plan(query) == R"(
merge join on ?p
├─ scan PSO ?p <budget> ?b
└─ scan POS ?p a <Project>
)");
  CHECK(same_answers(query, "merge-joins"));
}

TEST_CASE("parts that share no variable, or perhaps no value of it, are not merged") {
  for (const std::string query : {"SELECT * { ?p a :Project . ?s a :State }",
                                  "SELECT * { { ?p a :Project OPTIONAL { ?p :budget ?b } } { "
                                  "SELECT ?b { ?q :budget ?b } } }"}) {
    INFO(query);
    CHECK(plan(query).find("merge join") == std::string::npos);
    CHECK(same_answers(query, "merge-joins"));
  }
}

TEST_CASE("OPTIONAL, MINUS and EXISTS are merged too where both sides are sorted") {
  for (const std::string query : {"SELECT * { ?p a :Project OPTIONAL { ?p :budget ?b } }",
                                  "SELECT * { ?p a :Project MINUS { ?p :budget ?b } }",
                                  "SELECT * { ?p a :Project FILTER EXISTS { ?p :budget ?b } }"}) {
    INFO(query);
    CHECK(plan(query, {"lookup-joins"}).find("merge") != std::string::npos);
    CHECK(same_answers(query, "merge-joins"));
  }
}
