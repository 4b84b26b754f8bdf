#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

TEST_CASE("a condition goes into both sides of a union") {
  const std::string group = "{ { ?s :p ?o } UNION { ?s :q ?o } FILTER(?o > 1) }";
  CHECK(rewritten(group, unchanged) == R"(
(filter (> ?o 1)
  (union
    (bgp
      (triple ?s <p> ?o))
    (bgp
      (triple ?s <q> ?o))))
)");
  CHECK(rewritten(group, push_filters) == R"(
(union
  (filter (> ?o 1)
    (bgp
      (triple ?s <p> ?o)))
  (filter (> ?o 1)
    (bgp
      (triple ?s <q> ?o))))
)");
}

TEST_CASE("a condition on what is certainly bound goes to the left of OPTIONAL and MINUS") {
  const std::string optional = "{ ?s :p ?o OPTIONAL { ?s :q ?x } FILTER(?o > 1) }";
  CHECK(rewritten(optional, unchanged) == R"(
(filter (> ?o 1)
  (leftjoin
    (bgp
      (triple ?s <p> ?o))
    (bgp
      (triple ?s <q> ?x))))
)");
  CHECK(rewritten(optional, push_filters) == R"(
(leftjoin
  (filter (> ?o 1)
    (bgp
      (triple ?s <p> ?o)))
  (bgp
    (triple ?s <q> ?x)))
)");
  const std::string minus = "{ ?s :p ?o MINUS { ?s :q ?x } FILTER(?o > 1) }";
  CHECK(rewritten(minus, push_filters) == R"(
(minus
  (filter (> ?o 1)
    (bgp
      (triple ?s <p> ?o)))
  (bgp
    (triple ?s <q> ?x)))
)");
}

TEST_CASE("a condition on what OPTIONAL may bind stays above it") {
  const std::string group = "{ ?s :p ?o OPTIONAL { ?s :q ?x } FILTER(?x > 1) }";
  CHECK(rewritten(group, push_filters) == rewritten(group, unchanged));
}

TEST_CASE("a condition of OPTIONAL that its right side decides goes into it") {
  const std::string group = "{ ?s :p ?o OPTIONAL { ?s :q ?x FILTER(?x > 1) FILTER(?x > ?o) } }";
  CHECK(rewritten(group, unchanged) == R"(
(leftjoin (> ?x 1) (> ?x ?o)
  (bgp
    (triple ?s <p> ?o))
  (bgp
    (triple ?s <q> ?x)))
)");
  CHECK(rewritten(group, push_filters) == R"(
(leftjoin (> ?x ?o)
  (bgp
    (triple ?s <p> ?o))
  (filter (> ?x 1)
    (bgp
      (triple ?s <q> ?x))))
)");
}

TEST_CASE("a condition passes BIND, DISTINCT and GROUP BY when it does not read what they make") {
  CHECK(rewritten("{ ?s :p ?o BIND(?o + 1 AS ?x) FILTER(?o > 1) }", push_filters) == R"(
(extend ?x (+ ?o 1)
  (filter (> ?o 1)
    (bgp
      (triple ?s <p> ?o))))
)");
  const std::string on_bind = "{ ?s :p ?o BIND(?o + 1 AS ?x) FILTER(?x > 1) }";
  CHECK(rewritten(on_bind, push_filters) == rewritten(on_bind, unchanged));
  const std::string group = "{ { SELECT DISTINCT ?s { ?s :p ?o } GROUP BY ?s } FILTER(?s != :a) }";
  CHECK(rewritten(group, push_filters) == R"(
(distinct
  (project ?s
    (group (by ?s) (aggregates)
      (filter (!= ?s <a>)
        (bgp
          (triple ?s <p> ?o))))))
)");
}

TEST_CASE("what gives another value each time, or holds a pattern, stays where it stands") {
  for (const std::string condition : {"RAND() > 0.5", "EXISTS { ?s :q ?x }"}) {
    const std::string group = "{ { ?s :p ?o } UNION { ?s :q ?o } FILTER(" + condition + ") }";
    CHECK(rewritten(group, push_filters) == rewritten(group, unchanged));
  }
}
