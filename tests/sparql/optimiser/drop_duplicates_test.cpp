#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using namespace tela::sparql;

namespace {

/// Whether the one path of a plan is searched until it leads anywhere.
bool once(const std::string& query, const std::vector<std::string>& disabled = {}) {
  const auto algebra = parse_query(query);
  Counts counts;
  const auto made =
      optimiser::make_plan(algebra, counts.statistics(), optimiser::Choices(disabled));
  const optimiser::PlanNode* node = made.root.get();
  while (!std::holds_alternative<optimiser::PathSearch>(node->op)) node = node->inputs.at(0).get();
  return std::get<optimiser::PathSearch>(node->op).once;
}

} // namespace

TEST_CASE("below DISTINCT a join that only multiplies rows becomes a semi-join") {
  const std::string query = "SELECT DISTINCT ?s { ?s a :State . ?p :for ?s }";
  CHECK(plan(query, {"drop-duplicates"}) == R"(
distinct, sorted
└─ project
   └─ lookup join on ?s
      ├─ scan POS ?s a <State>
      └─ scan POS ?p <for> ?s
)");
  CHECK(plan(query) == R"(
distinct, sorted
└─ project
   └─ lookup semi-join on ?s
      ├─ scan POS ?s a <State>
      └─ scan POS ?p <for> ?s
)");
  CHECK(same_answers(query, "drop-duplicates"));
}

TEST_CASE("an OPTIONAL that adds nothing that is read goes where duplicates do not count") {
  const std::string query = "SELECT DISTINCT ?s { ?s a :State OPTIONAL { ?p :for ?s } }";
  CHECK(plan(query, {"drop-duplicates"}) == R"(
distinct, sorted
└─ project
   └─ lookup left join on ?s
      ├─ scan POS ?s a <State>
      └─ scan POS ?p <for> ?s
)");
  CHECK(plan(query) == R"(
distinct, sorted
└─ project
   └─ scan POS ?s a <State>
)");
  CHECK(same_answers(query, "drop-duplicates"));
}

TEST_CASE("where one end of a path is read, it needs to lead anywhere only") {
  const std::string query = "SELECT DISTINCT ?x { ?x :in+ ?y }";
  CHECK(once(query));
  CHECK_FALSE(once(query, {"drop-duplicates"}));
  CHECK(once("SELECT DISTINCT ?x { ?x :in* ?y }"));
  CHECK(once("SELECT DISTINCT ?s { ?s :name ?n . ?s :in+ ?x }"));
  CHECK(answer_set(projects(), query).size() == 10);
  CHECK(same_answers(query, "drop-duplicates"));
}

TEST_CASE("a path is searched to its end where both ends are read, or how often one comes") {
  CHECK_FALSE(once("SELECT DISTINCT ?x ?y { ?x :in+ ?y }"));
  CHECK_FALSE(once("SELECT ?x { ?x :in+ ?y }"));
  CHECK_FALSE(once("SELECT DISTINCT ?x { ?x :in+ :world }"));
  CHECK_FALSE(once("SELECT DISTINCT ?x { ?s :name ?n . ?s :in+ ?x }"));
}

TEST_CASE("MIN, MAX and aggregates of DISTINCT values do not count rows") {
  for (const std::string aggregate :
       {"(MIN(?s) AS ?n)", "(MAX(?s) AS ?n)", "(SAMPLE(DISTINCT ?s) AS ?n)",
        "(COUNT(DISTINCT ?s) AS ?n)"}) {
    const std::string query = "SELECT ?r " + aggregate + " { ?s :in ?r . ?p :for ?s } GROUP BY ?r";
    INFO(query);
    CHECK(changes("drop-duplicates", query));
    CHECK(same_answers(query, "drop-duplicates"));
  }
}

TEST_CASE("the right side of EXISTS does not count its rows either") {
  const std::string query = "SELECT ?s { ?s a :State FILTER EXISTS { ?p :for ?s ; :budget ?b } }";
  CHECK(changes("drop-duplicates", query));
  CHECK(same_answers(query, "drop-duplicates"));
}

TEST_CASE("joins stay where somebody counts their rows or reads their columns") {
  for (const std::string query :
       {"SELECT ?s { ?s a :State . ?p :for ?s }",
        "SELECT DISTINCT ?s ?p { ?s a :State . ?p :for ?s }",
        "SELECT ?s (COUNT(*) AS ?n) { ?s a :State . ?p :for ?s } GROUP BY ?s",
        "SELECT ?r (COUNT(?s) AS ?n) { ?s :in ?r . ?p :for ?s } GROUP BY ?r",
        "SELECT DISTINCT ?s { { SELECT ?s { ?s a :State . ?p :for ?s } LIMIT 30 } }",
        "SELECT DISTINCT ?s { ?s a :State OPTIONAL { ?p :for ?s } FILTER(BOUND(?p) || ?s = :s1) }",
        "SELECT DISTINCT ?x ?y { ?x :in+ ?y }"}) {
    INFO(query);
    CHECK_FALSE(changes("drop-duplicates", query));
  }
}
