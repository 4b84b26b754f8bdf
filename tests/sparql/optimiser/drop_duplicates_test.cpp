#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using namespace tela::sparql;
using Kind = tela::rdf::Path::Kind;

namespace {

/// The kind of the one path that a plan searches.
Kind path_of(const std::string& query, const std::vector<std::string>& disabled = {}) {
  const auto algebra = parse_query(query);
  Counts counts;
  const auto made =
      optimiser::make_plan(algebra, counts.statistics(), optimiser::Choices(disabled));
  const optimiser::PlanNode* node = made.root.get();
  while (!std::holds_alternative<optimiser::PathSearch>(node->op)) node = node->inputs.at(0).get();
  return std::get<optimiser::PathSearch>(node->op).path.kind;
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

TEST_CASE("where many steps lead somewhere, one does") {
  const std::string query = "SELECT DISTINCT ?x { ?x :in+ ?y }";
  CHECK(path_of(query) == Kind::predicate);
  CHECK(path_of(query, {"drop-duplicates"}) == Kind::one_or_more);
  CHECK(answer_set(projects(), query).size() == 10);
  CHECK(same_answers(query, "drop-duplicates"));
}

TEST_CASE("a closure stays where both ends are read, or no step is a way too") {
  CHECK(path_of("SELECT DISTINCT ?x ?y { ?x :in+ ?y }") == Kind::one_or_more);
  CHECK(path_of("SELECT ?x { ?x :in+ ?y }") == Kind::one_or_more);
  CHECK(path_of("SELECT DISTINCT ?x { ?x :in+ :world }") == Kind::one_or_more);
  CHECK(path_of("SELECT DISTINCT ?x { ?x :in* ?y }") == Kind::zero_or_more);
  CHECK(path_of("SELECT DISTINCT ?x { ?s :name ?n . ?s :in+ ?x }") == Kind::one_or_more);
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
