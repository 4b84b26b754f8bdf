#include "sparql/optimiser/cycles.h"

#include <catch2/catch.hpp>

using tela::sparql::optimiser::cyclic_core;
using Places = std::vector<std::size_t>;

TEST_CASE("chains and stars have no cyclic core") {
  CHECK(cyclic_core({{0, 1}, {1, 2}, {2, 3}}).empty());
  CHECK(cyclic_core({{0, 1}, {0, 2}, {0, 3}}).empty());
  CHECK(cyclic_core({}).empty());
}

TEST_CASE("a triangle is its own core, and ears come off") {
  CHECK(cyclic_core({{0, 1}, {1, 2}, {2, 0}}) == Places{0, 1, 2});
  CHECK(cyclic_core({{3, 0}, {0, 1}, {1, 2}, {2, 0}}) == Places{1, 2, 3});
}

TEST_CASE("a pattern that holds the others makes a triangle acyclic") {
  CHECK(cyclic_core({{0, 1}, {1, 2}, {2, 0}, {0, 1, 2}}).empty());
}
