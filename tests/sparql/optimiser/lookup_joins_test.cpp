#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("a few rows seek their partners in an index") {
  const std::string query = "SELECT ?p { ?s :name \"Haiti\" . ?p :for ?s }";
  CHECK(plan(query, {"lookup-joins"}) == R"(
project
└─ merge join on ?s
   ├─ scan POS ?p <for> ?s
   └─ scan POS ?s <name> "Haiti"
)");
  CHECK(plan(query) == R"(
project
└─ lookup join on ?s
   ├─ scan POS ?s <name> "Haiti"
   └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "lookup-joins"));
}

TEST_CASE("nothing is sought where all rows are wanted on both sides") {
  CHECK_FALSE(changes("lookup-joins", "SELECT * { ?p a :Project . ?p :budget ?b }"));
}

TEST_CASE("nothing is sought by a variable that a row may leave unbound") {
  const std::string query = "SELECT * { { ?s :name ?n OPTIONAL { ?s :capital ?c } } "
                            "OPTIONAL { ?c :in ?r } }";
  const auto data = MemoryDataset::from(":s1 :name \"A\" ; :capital :c1 . :s2 :name \"B\" . :c1 "
                                        ":in :r1 . :c2 :in :r2 . :c3 :in :r3 .");
  CHECK(plan(query, {}, data).find("lookup left join on ?c") == std::string::npos);
  CHECK(answer_set(data, query).size() == 4); // :s2 goes with every ?c
}

TEST_CASE("a few rows seek in an index for OPTIONAL and EXISTS too") {
  for (const std::string query : {"SELECT * { ?s :name ?n OPTIONAL { ?p :for ?s } }",
                                  "SELECT * { ?s :name ?n FILTER EXISTS { ?p :for ?s } }",
                                  "SELECT * { ?s :name ?n MINUS { ?p :for ?s } }"}) {
    INFO(query);
    CHECK(changes("lookup-joins", query));
    CHECK(same_answers(query, "lookup-joins"));
  }
}
