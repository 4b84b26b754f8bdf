#include "sparql/optimiser/planner.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

namespace {

/// Two graphs, one of which says a name, and a statement outside of both.
const MemoryDataset& graphs() {
  static const MemoryDataset data =
      MemoryDataset::from(":a :in :b . :g1 { :a :p :b . :b :p :c } :g2 { :c :p :d ; :name \"C\" }");
  return data;
}

std::string in_graphs(const std::string& query) {
  return plan(query, {}, graphs());
}

} // namespace

TEST_CASE("GRAPH with a name reads that graph, and nothing where there is no such graph") {
  CHECK(in_graphs("SELECT * { GRAPH :g1 { ?s :p ?o } }") == R"(
scan PSO ?s <p> ?o in graph <g1>
)");
  CHECK(in_graphs("SELECT * { GRAPH :a { ?s :p ?o } }") == R"(
nothing
)");
}

TEST_CASE("GRAPH with a variable reads all graphs at once, the graph a column") {
  CHECK(in_graphs("SELECT * { GRAPH ?g { ?s :p ?o } }") == R"(
scan PSO ?s <p> ?o in graph ?g
)");
  CHECK(answer_set(graphs(), "SELECT ?g { GRAPH ?g { ?s :p ?o } }") ==
        std::vector<std::string>{"?g=:g1", "?g=:g1", "?g=:g2"});
}

TEST_CASE("a path within GRAPH ?g is searched in one graph after the other") {
  const std::string query = "SELECT * { GRAPH ?g { ?s :p+ ?o } }";
  CHECK(in_graphs(query) == R"(
project
└─ for each graph ?g
   └─ path search ?s to ?o
)");
  CHECK(answer_set(graphs(), query).size() == 4); // :a to :d would need both
}

TEST_CASE("an empty GRAPH ?g is a list of the graphs") {
  CHECK(in_graphs("SELECT * { GRAPH ?g {} }") == R"(
named graphs ?g
)");
}

TEST_CASE("the empty group has one solution") {
  CHECK(plan("SELECT * {}") == R"(
unit
)");
  CHECK(plan("SELECT * { FILTER(1 > 2) }") == R"(
filter "false"^^<http://www.w3.org/2001/XMLSchema#boolean>
└─ unit
)");
}

TEST_CASE("what names a term that the data do not hold gives nothing") {
  CHECK(plan("SELECT ?p { ?p :for ?s ; :unheard_of ?x }") == R"(
project
└─ nothing
)");
  CHECK(plan("SELECT ?p { ?p :budget 1234567 ; :unheard_of/:in ?x }") ==
        plan("SELECT ?p { ?p :for ?s ; :unheard_of ?x }"));
}

TEST_CASE("nested unions are one, of as many inputs") {
  CHECK(plan("SELECT ?s { { ?s a :State } UNION { { ?s :name ?n } UNION { ?s :in :r1 } } }") ==
        R"(
project
└─ union
   ├─ scan POS ?s a <State>
   ├─ scan PSO ?s <name> ?n
   └─ scan POS ?s <in> <r1>
)");
}

TEST_CASE("MINUS takes nothing away where the sides share no variable") {
  CHECK(plan("SELECT ?s { ?s a :State MINUS { ?p :budget 3 } }") ==
        plan("SELECT ?s { ?s a :State }"));
  CHECK(plan("SELECT ?s { ?s a :State MINUS { ?s :name ?n } }") == R"(
lookup minus on ?s
├─ scan POS ?s a <State>
└─ scan PSO ?s <name> ?n
)");
}

TEST_CASE("VALUES are rows to join with") {
  CHECK(plan("SELECT ?p { VALUES ?s { :s1 :s2 } ?p :for ?s }") == R"(
project
└─ lookup join on ?s
   ├─ values ?s, 2 rows
   └─ scan POS ?p <for> ?s
)");
}

TEST_CASE("OPTIONAL keeps its condition in the join") {
  CHECK(plan("SELECT * { ?s :name ?n OPTIONAL { ?p :for ?s FILTER(?n != STR(?p)) } }") == R"(
lookup left join on ?s if (!= ?n (str ?p))
├─ scan PSO ?s <name> ?n
└─ scan POS ?p <for> ?s
)");
}

TEST_CASE("EXISTS that only a condition links with its rows is joined by a key of both") {
  const std::string query =
      "SELECT ?p { ?p :budget ?b FILTER EXISTS { ?s :name ?n FILTER(STRLEN(?n) = ?b) } }";
  CHECK(plan(query) == R"(
project
└─ hash semi-join on .plan2 if (= (strlen ?n) ?b)
   ├─ extend .plan2 := (key of ?b 0)
   │  └─ scan PSO ?p <budget> ?b
   └─ extend .plan2 := (key of (strlen ?n) 1)
      └─ scan PSO ?s <name> ?n
)");
  CHECK(answer_set(projects(), query) == std::vector<std::string>{"?p=:p5"});
  CHECK(same_answers(query, "equality-joins"));
  CHECK(same_answers(query, "decorrelate-exists"));
}

TEST_CASE("DISTINCT, ORDER BY and LIMIT stand above one another as they are read") {
  CHECK(plan("SELECT DISTINCT ?s { ?p :for ?s } ORDER BY ?s LIMIT 2") == R"(
slice limit 2 offset 0
└─ top 2 ?s
   └─ distinct, sorted
      └─ project
         └─ scan POS ?p <for> ?s
)");
}

TEST_CASE("REDUCED may let duplicates stay, and does") {
  CHECK(plan("SELECT REDUCED ?s { ?p :for ?s }") == plan("SELECT ?s { ?p :for ?s }"));
}

TEST_CASE("a subquery is planned by itself and joined with the rest") {
  CHECK(
      plan("SELECT * { ?s :name ?n { SELECT ?s (COUNT(*) AS ?m) { ?p :for ?s } GROUP BY ?s } }") ==
      R"(
project
└─ lookup join on ?s
   ├─ project
   │  └─ extend ?m := ?.aggregate1
   │     └─ group, sorted ?s
   │        └─ scan POS ?p <for> ?s
   └─ scan PSO ?s <name> ?n
)");
}

TEST_CASE("CONSTRUCT asks for what its template names, ASK for no column") {
  CHECK(plan("CONSTRUCT { ?s :has ?p } { ?p :for ?s ; :budget ?b }") == R"(
project
└─ merge join on ?p
   ├─ scan PSO ?p <budget> ?b
   └─ scan PSO ?p <for> ?s
)");
  CHECK(plan("ASK { ?p :for ?s }") == R"(
project
└─ scan PSO ?p <for> ?s
)");
}

TEST_CASE("SERVICE is asked at the endpoint that its left side names") {
  CHECK(plan("SELECT * { ?p :for ?s SERVICE ?s { ?x :p ?y } }") == R"(
service { ?x <p> ?y }
└─ scan PSO ?p <for> ?s
)");
}

TEST_CASE("a variable that is chosen twice is one column") {
  CHECK(answer_set(projects(), "SELECT ?n ?n { ?s :name ?n }") ==
        std::vector<std::string>{"?n=\"Haiti\""});
}
