#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("an equality between parts that share no variable joins them") {
  const std::string query = "SELECT ?s ?r { ?s :name ?n . ?r :in ?w FILTER(STR(?s) = STR(?r)) }";
  CHECK(plan(query, {"equality-joins"}) == R"(
project
└─ filter (= (str ?s) (str ?r))
   └─ hash join
      ├─ scan PSO ?r <in> ?w
      └─ scan PSO ?s <name> ?n
)");
  CHECK(plan(query) == R"(
project
└─ filter (= (str ?s) (str ?r))
   └─ hash join on .plan0
      ├─ extend .plan0 := (key of (str ?r) 1)
      │  └─ scan PSO ?r <in> ?w
      └─ extend .plan0 := (key of (str ?s) 0)
         └─ scan PSO ?s <name> ?n
)");
  CHECK(answer_set(projects(), query).size() == 1);
  CHECK(same_answers(query, "equality-joins"));
}

TEST_CASE("other comparisons, and equalities of parts that are linked, join nothing") {
  for (const std::string query :
       {"SELECT ?p ?q { ?p :budget ?b . ?q :budget ?c FILTER(?b < ?c) }",
        "SELECT ?p ?q { ?p :budget ?b . ?q :budget ?c FILTER(?b = 1 || ?b = ?c) }",
        "SELECT ?p { ?p :budget ?b ; :for ?s FILTER(?b = ?s) }",
        "SELECT ?p ?q { ?p :budget ?b . ?q :budget ?c FILTER(?b = ?c + RAND()) }"}) {
    INFO(query);
    CHECK(plan(query) == plan(query, {"equality-joins"}));
  }
}

TEST_CASE("values that are equal without being the same term are joined, errors are not") {
  const auto data = MemoryDataset::from(
      ":a :p 1 . :b :p 2 . :c :p \"x\" . :d :q 1.0 . :e :q 2 . :f :q :x . :g :q \"x\"@en .");
  for (const std::string equality : {"?o = ?v", "sameTerm(?o, ?v)", "?o + 1 = ?v + 1"}) {
    const std::string query = "SELECT * { ?s :p ?o . ?t :q ?v FILTER(" + equality + ") }";
    INFO(equality);
    CHECK(same_answers(query, "equality-joins", data));
  }
  CHECK(answer_set(data, "SELECT ?s ?t { ?s :p ?o . ?t :q ?v FILTER(?o = ?v) }").size() == 2);
}
