#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a path is searched from the end that is bound") {
  const std::string query = "SELECT ?x { ?x :in+ :world }";
  CHECK(plan(query, {"path-direction"}) == R"(
path search ?x to <world>
)");
  CHECK(plan(query) == R"(
path search <world> to ?x, backward
)");
  CHECK(same_answers(query, "path-direction"));
}

TEST_CASE("a path is searched from the rows that bind one of its ends") {
  const std::string query = "SELECT * { ?s :name ?n . ?s :in+ ?x }";
  CHECK(plan(query) == R"(
path search ?s to ?x
└─ scan PSO ?s <name> ?n
)");
  CHECK(same_answers(query, "path-direction"));
  const std::string other_end = "SELECT * { ?s :name ?n . ?x :borders+ ?s }";
  CHECK(plan(other_end) == R"(
path search ?s to ?x, backward
└─ scan PSO ?s <name> ?n
)");
  CHECK(same_answers(other_end, "path-direction"));
}

TEST_CASE("a path is searched from the values that a filter lists") {
  const std::string query = "SELECT * { ?x :borders+ ?y FILTER(?y = :s1 || ?y = :s2) }";
  CHECK(plan(query) == R"(
path search ?y to ?x, backward
└─ filter (in ?y <s1> <s2>)
   └─ values ?y, 2 rows
)");
  CHECK(same_answers(query, "path-direction"));
}

TEST_CASE("a path stays as it was written when its beginning is bound, or neither end") {
  for (const std::string query :
       {"SELECT * { :s1 :in+ ?x }", "SELECT * { ?x :in+ ?y }", "SELECT * { :s1 :in+ :world }"}) {
    INFO(query);
    CHECK_FALSE(changes("path-direction", query));
  }
}
