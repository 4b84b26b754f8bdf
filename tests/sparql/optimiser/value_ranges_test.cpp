#include "sparql/optimiser/value_ranges.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::sparql::optimiser;

namespace {

IdRange range(std::uint64_t from, std::uint64_t to) {
  return {rdf::Id::make(rdf::IdTag::iri, from), rdf::Id::make(rdf::IdTag::iri, to)};
}

std::string text_of(const std::vector<IdRange>& ranges) {
  std::string text;
  for (const IdRange& one : ranges)
    text += "[" + std::to_string(one.from.payload()) + "," + std::to_string(one.to.payload()) + "]";
  return text;
}

} // namespace

TEST_CASE("a union of ranges is ascending, and ranges that meet are one") {
  CHECK(text_of(sorted_union({range(7, 9), range(1, 3), range(2, 5)})) == "[1,5][7,9]");
  CHECK(text_of(sorted_union({})).empty());
  CHECK(text_of(sorted_union({range(4, 4), range(4, 4)})) == "[4,4]");
}

TEST_CASE("ranges are cut with ranges") {
  CHECK(text_of(intersection({range(1, 5), range(8, 9)}, {range(3, 8)})) == "[3,5][8,8]");
  CHECK(text_of(intersection({range(1, 2)}, {range(3, 4)})).empty());
  CHECK(text_of(intersection({range(1, 9)}, {range(2, 3), range(5, 6)})) == "[2,3][5,6]");
}
