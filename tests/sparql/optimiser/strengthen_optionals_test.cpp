#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

TEST_CASE("OPTIONAL becomes a join where a filter needs what it binds") {
  const std::string group = "{ ?s :p ?o OPTIONAL { ?s :q ?x } FILTER(?x > 1) }";
  CHECK(rewritten(group, unchanged) == R"(
(filter (> ?x 1)
  (leftjoin
    (bgp
      (triple ?s <p> ?o))
    (bgp
      (triple ?s <q> ?x))))
)");
  CHECK(rewritten(group, strengthen_optionals) == R"(
(filter (> ?x 1)
  (join
    (bgp
      (triple ?s <p> ?o))
    (bgp
      (triple ?s <q> ?x))))
)");
}

TEST_CASE("the condition of an OPTIONAL becomes a filter of the join") {
  const std::string group = "{ ?s :p ?o OPTIONAL { ?s :q ?x FILTER(?x > ?o) } FILTER BOUND(?x) }";
  CHECK(rewritten(group, strengthen_optionals) == R"(
(filter (bound ?x)
  (filter (> ?x ?o)
    (join
      (bgp
        (triple ?s <p> ?o))
      (bgp
        (triple ?s <q> ?x)))))
)");
}

TEST_CASE("OPTIONAL stays where a filter can hold without what it binds") {
  for (const std::string condition :
       {"!BOUND(?x)", "COALESCE(?x, 1) = 1", "?x = 1 || ?o = 1", "?o = 1", "IF(?o, ?x, 1) = 1"}) {
    const std::string group = "{ ?s :p ?o OPTIONAL { ?s :q ?x } FILTER(" + condition + ") }";
    INFO(condition);
    CHECK(rewritten(group, strengthen_optionals) == rewritten(group, unchanged));
  }
}
