#include "rdf/scan.h"

#include <catch2/catch.hpp>

namespace tela::rdf {

TEST_CASE("a set of columns holds what was named", "[scan]") {
  constexpr ColumnSet second_and_graph{1, graph_column};
  STATIC_REQUIRE(!second_and_graph.contains(0));
  STATIC_REQUIRE(second_and_graph.contains(1));
  STATIC_REQUIRE(second_and_graph.contains(graph_column));
  STATIC_REQUIRE(!ColumnSet().contains(0));
  for (std::size_t column = 0; column <= graph_column; ++column)
    CHECK(ColumnSet::all().contains(column));
}

} // namespace tela::rdf
