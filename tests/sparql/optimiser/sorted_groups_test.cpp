#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("groups that come together need no table") {
  const std::string query = "SELECT ?s (COUNT(*) AS ?n) { ?p :for ?s } GROUP BY ?s";
  CHECK(plan(query, {"sorted-groups"}) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group ?s
      └─ scan PSO ?p <for> ?s
)");
  CHECK(plan(query) == R"(
project
└─ extend ?n := ?.aggregate1
   └─ group, sorted ?s
      └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "sorted-groups"));
}

TEST_CASE("duplicates that come together need no table") {
  const std::string query = "SELECT DISTINCT ?s { ?p :for ?s }";
  CHECK(plan(query, {"sorted-groups"}) == R"(
distinct
└─ project
   └─ scan POS ?p <for> ?s
)");
  CHECK(plan(query) == R"(
distinct, sorted
└─ project
   └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "sorted-groups"));
}

TEST_CASE("groups by what is computed, or by what no index sorts, need a table") {
  for (const std::string query :
       {"SELECT (COUNT(*) AS ?n) { ?p :budget ?b } GROUP BY (?b / 10)",
        "SELECT ?r (COUNT(*) AS ?n) { { ?p :in ?r } UNION { ?r :in ?p } } GROUP BY ?r",
        "SELECT DISTINCT ?r { { ?p :in ?r } UNION { ?r :in ?p } }"}) {
    INFO(query);
    CHECK_FALSE(changes("sorted-groups", query));
    CHECK(same_answers(query, "sorted-groups"));
  }
}

TEST_CASE("COUNT(DISTINCT) by a key is worth rows in the order of the key") {
  std::string trig;
  for (int i = 0; i < 2000; ++i) {
    const std::string n = std::to_string(i);
    trig += ":p" + n + " :city :c" + std::to_string(i % 7) + " .\n";
    for (int j = 1; j < 6; ++j)
      trig += ":p" + n + " :knows :p" + std::to_string(i * j * 31 % 2000) + " .\n";
  }
  const MemoryDataset data = MemoryDataset::from(trig);
  const std::string query =
      "SELECT ?s (COUNT(DISTINCT ?c) AS ?n) { ?s :knows ?o . ?o :city ?c } GROUP BY ?s";
  CHECK(plan(query, {}, data).find("group, sorted ?s") != std::string::npos);
  CHECK(same_answers(query, "sorted-groups", data));
}
