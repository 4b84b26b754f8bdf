#include "shapes/query_data.h"
#include "shapes/result.h"
#include "shapes/support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using shapes::QueryData;

namespace {

const std::string reads_shapes =
    "_:b a sh:NodeShape ; sh:sparql [ sh:select \"SELECT $this { GRAPH $shapesGraph {} }\" ] .";

/// How many statements a query finds outside of GRAPH.
std::size_t statements(const engine::StoreDataset& dataset) {
  const auto cursor = dataset.scan(rdf::Order::spo, {}, dataset.default_graph(), {0});
  std::size_t found = 0;
  for (rdf::Rows rows = cursor->next(); rows.count != 0; rows = cursor->next()) found += rows.count;
  return found;
}

} // namespace

TEST_CASE("data without a query that reads the shapes are taken as they are") {
  const auto data = store_of(":a :p :b .");
  const auto shapes = shapes::read_shapes(store_of(":S a sh:NodeShape ."));
  const QueryData queried(data, shapes, {});
  CHECK(queried.dataset().named_graphs().empty());
  CHECK(queried.dataset().find(rdf::iri("http://example.org/a")));
}

TEST_CASE("the shapes are a graph of their own, and none of the data") {
  const auto data = store_of(":a :p :b .");
  const auto shapes = shapes::read_shapes(store_of(reads_shapes));
  const QueryData queried(data, shapes, {});
  const auto& dataset = queried.dataset();
  REQUIRE(dataset.named_graphs().size() == 1);
  CHECK(dataset.named_graphs().front() == dataset.find(QueryData::shapes_graph()));
  CHECK(statements(dataset) == 1);
}

TEST_CASE("blank nodes of the shapes are no nodes of the data") {
  const auto data = store_of("_:b :p :c .");
  const auto shapes = shapes::read_shapes(store_of(reads_shapes));
  CHECK(QueryData::in_shapes_graph(rdf::blank("b")) == rdf::blank("shapes-graph-b"));
  CHECK(QueryData::in_shapes_graph(rdf::iri("http://x/b")) == rdf::iri("http://x/b"));
  const QueryData queried(data, shapes, {});
  CHECK(statements(queried.dataset()) == 1);
}

TEST_CASE("the copy that a query of shapes needs is charged while it lasts") {
  const auto data = store_of(":a :p :b .");
  const auto shapes = shapes::read_shapes(store_of(reads_shapes));
  base::MemoryBudget enough;
  {
    const QueryData queried(data, shapes, {nullptr, &enough});
    CHECK(enough.used() > 0);
  }
  CHECK(enough.used() == 0);
  base::MemoryBudget little(16);
  CHECK_THROWS_AS(QueryData(data, shapes, {nullptr, &little}), base::Error);
}

TEST_CASE("results are charged with the texts that they hold, until they are taken or dropped") {
  shapes::Result result;
  result.focus = rdf::iri("http://example.org/" + std::string(1'000'000, 'a'));
  result.messages = {rdf::literal(std::string(1'000'000, 'b'))};
  base::MemoryBudget memory(5'000'000);
  {
    shapes::ResultList list(&memory);
    CHECK(list.empty());
    list.add(result);
    CHECK(memory.used() > 2'000'000);
    list.add(result);
    CHECK_THROWS_AS(list.add(result), base::Error);
    CHECK(list.size() == 2);
  }
  CHECK(memory.used() == 0);
}
