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

TEST_CASE("nested && are parted to their last, || is not") {
  CHECK(rewritten("{ ?s :p ?o FILTER(?o > 1 && (?o < 9 && (?o != 5 || ?s = :a))) }", normalise) ==
        R"(
(filter (> ?o 1) (< ?o 9) (|| (!= ?o 5) (= ?s <a>))
  (bgp
    (triple ?s <p> ?o)))
)");
}

TEST_CASE("conditions of OPTIONAL are parted too, and stay in its join") {
  CHECK(rewritten("{ ?s :p ?o OPTIONAL { ?s :q ?x FILTER(?x > 1 && ?x > ?o) } }", normalise) ==
        R"(
(leftjoin (> ?x 1) (> ?x ?o)
  (bgp
    (triple ?s <p> ?o))
  (bgp
    (triple ?s <q> ?x)))
)");
}

TEST_CASE("EXISTS within EXISTS is told its graph when its own turn comes") {
  CHECK(rewritten("{ GRAPH :g { ?s :p ?o FILTER EXISTS { ?o :q ?x FILTER EXISTS { ?x :r ?y } } } }",
                  scope_patterns) == R"(
(graph <g>
  (filter (exists (graph <g> (filter (exists (bgp (triple ?x <r> ?y))) (bgp (triple ?o <q> ?x)))))
    (bgp
      (triple ?s <p> ?o))))
)");
}

TEST_CASE("outside GRAPH, and within a GRAPH of its own, EXISTS stays as it is written") {
  for (const std::string group : {"{ ?s :p ?o FILTER EXISTS { ?o :q ?x } }",
                                  "{ ?s :p ?o FILTER EXISTS { GRAPH :g { ?o :q ?x } } }"}) {
    INFO(group);
    CHECK(rewritten(group, scope_patterns) == rewritten(group, unchanged));
  }
}

TEST_CASE("ORDER BY goes above DISTINCT when the projection keeps its keys") {
  const std::string kept = "{ { SELECT DISTINCT ?s { ?s :p ?o } ORDER BY ?s } }";
  CHECK(rewritten(kept, sort_late) == R"(
(order ?s
  (distinct
    (project ?s
      (bgp
        (triple ?s <p> ?o)))))
)");
  const std::string dropped = "{ { SELECT DISTINCT ?s { ?s :p ?o } ORDER BY ?o } }";
  CHECK(rewritten(dropped, sort_late) == rewritten(dropped, unchanged));
}
