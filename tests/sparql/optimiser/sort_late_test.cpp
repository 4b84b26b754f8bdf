#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("DISTINCT comes before ORDER BY, so that fewer rows are sorted") {
  const std::string query = "SELECT DISTINCT ?s { ?p :for ?s ; :budget ?b } ORDER BY DESC(?s)";
  CHECK(plan(query, {"sort-late"}) == R"(
distinct
└─ project
   └─ order by desc ?s
      └─ merge join on ?p
         ├─ scan PSO ?p <budget> ?b
         └─ scan PSO ?p <for> ?s
)");
  CHECK(plan(query) == R"(
order by desc ?s
└─ distinct
   └─ project
      └─ merge join on ?p
         ├─ scan PSO ?p <budget> ?b
         └─ scan PSO ?p <for> ?s
)");
  CHECK(answers(projects(), query) == std::vector<std::string>{"?s=:s7", "?s=:s6", "?s=:s5",
                                                               "?s=:s4", "?s=:s3", "?s=:s2",
                                                               "?s=:s1", "?s=:s0"});
  CHECK(same_answers(query, "sort-late"));
}

TEST_CASE("ORDER BY stays below DISTINCT where it reads what DISTINCT drops or chance decides") {
  for (const std::string key : {"?b", "RAND()", "EXISTS { ?s :name ?n }", "(?s + ?b)"}) {
    const std::string query = "SELECT DISTINCT ?s { ?p :for ?s ; :budget ?b } ORDER BY " + key;
    INFO(key);
    CHECK(plan(query) == plan(query, {"sort-late"}));
  }
}
