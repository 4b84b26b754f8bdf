#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a comparison with a constant becomes a range of an index") {
  const std::string query = "SELECT ?p { ?p :budget ?b FILTER(?b >= 37) }";
  CHECK(plan(query, {"filter-ranges"}) == R"(
project
└─ filter (>= ?b 37)
   └─ scan PSO ?p <budget> ?b
)");
  CHECK(plan(query) == R"(
project
└─ filter (>= ?b 37)
   └─ scan POS ?p <budget> ?b in 22 ranges
)");
  CHECK(same_answers(query, "filter-ranges"));
}

TEST_CASE("a list of values is a range each") {
  const std::string query = "SELECT ?p { ?p :for ?s FILTER(?s IN (:s1, :s3)) }";
  CHECK(plan(query) == R"(
project
└─ filter (in ?s <s1> <s3>)
   └─ scan POS ?p <for> ?s in 2 ranges
)");
  CHECK(same_answers(query, "filter-ranges"));
}

TEST_CASE("what is no comparison of a variable with a constant is no range") {
  for (const std::string condition :
       {"?b != 3", "?b > ?p", "?b + 1 > 3", "STR(?b) > \"3\"", "?b > 3 || ?p = :p1",
        "?b > \"a\"@en", "!(?b > 3)", "?b > 100 * RAND()", "?b NOT IN (1, 2)", "?p < :p3"}) {
    INFO(condition);
    const std::string query = "SELECT ?p { ?p :budget ?b FILTER(" + condition + ") }";
    CHECK_FALSE(changes("filter-ranges", query));
  }
}

TEST_CASE("equal numbers are found however they are written") {
  const auto data = MemoryDataset::from(
      ":a :n 2 . :b :n 2.0 . :c :n 2e0 . :d :n \"02\"^^xsd:integer . :e :n \"2\" . :f :n 3 .");
  for (const std::string filter : {"?n = 2", "?n = 2.0", "2e0 = ?n", "?n IN (2, 7)", "?n <= 2"}) {
    const std::string query = "SELECT ?s { ?s :n ?n FILTER(" + filter + ") }";
    INFO(filter);
    CHECK(answer_set(data, query) == std::vector<std::string>{"?s=:a", "?s=:b", "?s=:c", "?s=:d"});
    CHECK(same_answers(query, "filter-ranges", data));
  }
}
