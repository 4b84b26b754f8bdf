#include "base/error.h"
#include "shapes/pre_binding.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;

namespace {

/// The pattern of a query with :a in the place of ?this.
std::string bound(const std::string& query) {
  const auto parsed = parse_query(query);
  std::string text =
      to_string(*shapes::pre_bound(parsed, {{"this", rdf::iri("http://ex.org/a")}}).pattern);
  for (std::size_t at = 0; (at = text.find("http://ex.org/")) != std::string::npos;)
    text.erase(at, 14);
  return "\n" + text + "\n";
}

std::string refusal(const std::string& query, const std::set<std::string>& names = {"this"}) {
  try {
    shapes::check_pre_binding(parse_query(query), names, "the query");
  } catch (const base::Error& error) {
    return error.message();
  }
  return "";
}

} // namespace

TEST_CASE("a pattern has the term, and is joined with the row that binds the variable") {
  CHECK(bound("SELECT ?this { ?this :p ?x }") == R"(
(project ?this
  (join
    (bgp
      (triple <a> <p> ?x))
    (values ?this
      (row <a>))))
)");
}

TEST_CASE("an empty pattern binds the variable too") {
  CHECK(bound("SELECT ?this { FILTER(bound(?this)) }") == R"(
(project ?this
  (filter (bound ?this)
    (join
      (bgp)
      (values ?this
        (row <a>)))))
)");
}

TEST_CASE("both sides of a union, OPTIONAL and EXISTS have the row") {
  CHECK(bound("SELECT ?this { { ?this :p 1 } UNION { ?x :q ?this } }") == R"(
(project ?this
  (union
    (join
      (bgp
        (triple <a> <p> "1"^^<http://www.w3.org/2001/XMLSchema#integer>))
      (values ?this
        (row <a>)))
    (join
      (bgp
        (triple ?x <q> <a>))
      (values ?this
        (row <a>)))))
)");
  CHECK(bound("SELECT ?this { ?x :p ?y FILTER EXISTS { ?y :q ?this } }") == R"(
(project ?this
  (filter (exists (join (bgp (triple ?y <q> <a>)) (values ?this (row <a>))))
    (join
      (bgp
        (triple ?x <p> ?y))
      (values ?this
        (row <a>)))))
)");
}

TEST_CASE("GRAPH with a pre-bound variable is that graph") {
  CHECK(bound("SELECT ?x { GRAPH ?this { ?x :p ?y } }") == R"(
(project ?x
  (join
    (graph <a>
      (join
        (bgp
          (triple ?x <p> ?y))
        (values ?this
          (row <a>))))
    (values ?this
      (row <a>))))
)");
}

TEST_CASE("the query itself stays as it was") {
  const auto query = parse_query("SELECT ?this { ?this :p ?x FILTER EXISTS { ?this :q ?y } }");
  const std::string before = to_string(*query.pattern);
  std::ignore = shapes::pre_bound(query, {{"this", rdf::literal("x")}});
  CHECK(to_string(*query.pattern) == before);
}

TEST_CASE("what a pre-bound query may not hold is refused, wherever it stands") {
  CHECK(refusal("SELECT ?this { ?this :p ?x }").empty());
  for (const std::string query :
       {"SELECT ?this { ?this :p ?x MINUS { ?x :q 1 } }",
        "SELECT ?this { { ?this :p ?x } UNION { ?x :p 1 MINUS { ?x :q 1 } } }",
        "SELECT ?this { ?this :p ?x FILTER EXISTS { ?x :p 1 MINUS { ?x :q 1 } } }",
        "SELECT ?this { ?this :p ?x BIND(EXISTS { ?x :p 1 MINUS { ?x :q 1 } } AS ?y) }",
        "ASK { ?this :p ?x MINUS { ?x :q 1 } }"}) {
    INFO(query);
    CHECK(refusal(query) == "the query holds MINUS");
  }
}

TEST_CASE("a subquery returns what is pre-bound, but for the names of shapes") {
  const std::set<std::string> names{"this", "shapesGraph", "currentShape"};
  CHECK(refusal("SELECT ?this { { SELECT ?this { ?this :p ?x } } }", names).empty());
  CHECK(refusal("SELECT ?this { { SELECT ?x { ?this :p ?x } } }", names) ==
        "the query has a subquery that does not return ?this");
  CHECK(refusal("SELECT ?x { ?this :p ?x }").empty()); // this one is no subquery
}

TEST_CASE("nothing may be assigned to a pre-bound variable") {
  CHECK(refusal("SELECT ?this { ?x :p ?y BIND(1 AS ?this) }") == "the query assigns to ?this");
  CHECK(refusal("SELECT ?x { ?x :p ?y } GROUP BY ?x (?y + 1 AS ?this)") ==
        "the query assigns to ?this");
  CHECK(refusal("SELECT ?x { ?x :p ?y BIND(1 AS ?other) }").empty());
  CHECK(refusal("SELECT ?x { ?x :p ?y } GROUP BY ?x ?this").empty());
}
