#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

TEST_CASE("conditions of && are parted, nested filters become one") {
  const std::string group = "{ { ?s :p ?o FILTER(?o > 1 && ?o < 3) } FILTER(?s != ?o) }";
  CHECK(rewritten(group, unchanged) == R"(
(filter (!= ?s ?o)
  (filter (&& (> ?o 1) (< ?o 3))
    (bgp
      (triple ?s <p> ?o))))
)");
  CHECK(rewritten(group, normalise) == R"(
(filter (!= ?s ?o) (> ?o 1) (< ?o 3)
  (bgp
    (triple ?s <p> ?o)))
)");
}

TEST_CASE("&& within another operator stays: its errors differ from those of a filter") {
  const std::string group = "{ ?s :p ?o FILTER(!(?o > 1 && ?o < 3)) }";
  CHECK(rewritten(group, normalise) == rewritten(group, unchanged));
}

TEST_CASE("patterns of EXISTS say in which graph they are") {
  const std::string group = "{ GRAPH :g { ?s :p ?o FILTER EXISTS { ?o :q ?x } } }";
  CHECK(rewritten(group, unchanged) == R"(
(graph <g>
  (filter (exists (bgp (triple ?o <q> ?x)))
    (bgp
      (triple ?s <p> ?o))))
)");
  CHECK(rewritten(group, scope_patterns) == R"(
(graph <g>
  (filter (exists (graph <g> (bgp (triple ?o <q> ?x))))
    (bgp
      (triple ?s <p> ?o))))
)");
}

TEST_CASE("EXISTS in a graph that is a variable is left to the loop over graphs") {
  const std::string group = "{ GRAPH ?g { ?s :p ?o FILTER EXISTS { ?o :q ?x } } }";
  CHECK(rewritten(group, scope_patterns) == rewritten(group, unchanged));
}
