#include "base/error.h"
#include "shapes/conformance.h"

#include <catch2/catch.hpp>

using namespace tela;
using shapes::Conformance;
using Known = std::optional<bool>;

namespace {

rdf::Id node(std::uint64_t number) {
  return rdf::Id::make(rdf::IdTag::iri, number);
}

} // namespace

TEST_CASE("an answer is known from the end of its check on") {
  Conformance known(nullptr);
  CHECK(known.find(1, node(1)) == Known());
  known.begin(1, node(1));
  known.end(false, true);
  CHECK(known.find(1, node(1)) == Known(false));
  CHECK(known.find(2, node(1)) == Known()); // another shape
  CHECK(known.find(1, node(2)) == Known()); // another node
}

TEST_CASE("an answer that is not to be kept is asked for again") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  known.end(true, false);
  CHECK(known.find(1, node(1)) == Known());
}

TEST_CASE("a node that is being checked conforms meanwhile") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  CHECK(known.depth() == 1);
  CHECK(known.find(1, node(1)) == Known(true));
  known.end(false, true);
  CHECK(known.depth() == 0);
  CHECK(known.find(1, node(1)) == Known(false));
}

TEST_CASE("an answer that rests on a check that is going on goes with it") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  known.begin(2, node(2));
  std::ignore = known.find(1, node(1)); // assumed
  known.end(true, true);
  CHECK(known.find(2, node(2)) == Known(true)); // good as long as the outer check lasts
  known.end(false, true);
  CHECK(known.find(2, node(2)) == Known());
  CHECK(known.find(1, node(1)) == Known(false));
}

TEST_CASE("an answer that assumes nothing outlasts the checks around it") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  known.begin(2, node(2));
  known.end(true, true);
  known.end(false, true);
  CHECK(known.find(2, node(2)) == Known(true));
}

TEST_CASE("who reads an answer that rests on a check rests on it too") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  known.begin(2, node(2));
  std::ignore = known.find(1, node(1));
  known.end(true, true);
  known.begin(3, node(3));
  std::ignore = known.find(2, node(2)); // which assumes the outermost
  known.end(true, true);
  known.end(false, true);
  CHECK(known.find(3, node(3)) == Known());
}

TEST_CASE("an answer rests on the outermost of the checks that it assumes") {
  Conformance known(nullptr);
  known.begin(1, node(1));
  known.begin(2, node(2));
  known.begin(3, node(3));
  std::ignore = known.find(2, node(2));
  std::ignore = known.find(1, node(1));
  known.end(true, true);
  known.end(true, true); // of 2: 3 rests on 1 still, and is kept
  CHECK(known.find(3, node(3)) == Known(true));
  known.end(true, true);
  CHECK(known.find(3, node(3)) == Known());
}

TEST_CASE("what is known is charged, and given back") {
  base::MemoryBudget memory(10'000);
  {
    Conformance known(&memory);
    const auto fill = [&] {
      for (std::uint64_t i = 0; i < 10'000; ++i) {
        known.begin(1, node(i));
        known.end(true, true);
      }
    };
    CHECK_THROWS_AS(fill(), base::Error);
  }
  CHECK(memory.used() == 0);
}
