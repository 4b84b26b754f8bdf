#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;

TEST_CASE("NOT EXISTS becomes an anti-join") {
  const std::string query = "SELECT ?s { ?s a :State FILTER NOT EXISTS { ?s :name ?n } }";
  CHECK(plan(query, {"decorrelate-exists"}) == R"(
filter (not exists (bgp (triple ?s <name> ?n)))
└─ scan POS ?s a <State>
)");
  CHECK(plan(query) == R"(
lookup anti-join on ?s
├─ scan POS ?s a <State>
└─ scan PSO ?s <name> ?n
)");
  CHECK(same_answers(query, "decorrelate-exists"));
}
