#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

TEST_CASE("equalities of one variable between || become one list") {
  const std::string group = "{ ?s :p ?o FILTER(?o = 1 || 2 = ?o || ?o IN (3, 4)) }";
  CHECK(rewritten(group, unchanged) == R"(
(filter (|| (= ?o 1) (|| (= 2 ?o) (in ?o 3 4)))
  (bgp
    (triple ?s <p> ?o)))
)");
  CHECK(rewritten(group, gather_equalities) == R"(
(filter (in ?o 1 2 3 4)
  (bgp
    (triple ?s <p> ?o)))
)");
}

TEST_CASE("each variable has its own list, and other conditions stay between them") {
  const std::string group = "{ ?s :p ?o FILTER(?o = 1 || ?s = :a || ?o > 5 || ?s = :b || ?o = 2) }";
  CHECK(rewritten(group, gather_equalities) == R"(
(filter (|| (in ?o 1 2) (in ?s <a> <b>) (> ?o 5))
  (bgp
    (triple ?s <p> ?o)))
)");
}

TEST_CASE("equalities are gathered within other operators too") {
  CHECK(rewritten("{ ?s :p ?o FILTER(!(?o = 1 || ?o = 2)) }", gather_equalities) == R"(
(filter (! (in ?o 1 2))
  (bgp
    (triple ?s <p> ?o)))
)");
}

TEST_CASE("what is no choice among constants stays as it is") {
  for (const std::string condition : {"?o = 1 && ?o = 2", "?o != 1 || ?o != 2", "?o = 1 || ?o = ?s",
                                      "?o NOT IN (1) || ?o = 2", "?o = 1 || ?s = :a"}) {
    const std::string group = "{ ?s :p ?o FILTER(" + condition + ") }";
    INFO(condition);
    CHECK(rewritten(group, gather_equalities) == rewritten(group, unchanged));
  }
}
