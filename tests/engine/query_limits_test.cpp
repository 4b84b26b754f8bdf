#include "base/error.h"
#include "catch2/catch.hpp"
#include "engine/query.h"
#include "support/quad_list.h"
#include "support/temporary_folder.h"

using namespace tela;

namespace {

/// `count` subjects with a number each.
engine::Database numbers(int count) {
  const tests::TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < count; ++i)
    text += "<urn:s" + std::to_string(i) + "> <urn:p> \"" + std::to_string(i) + "\" .\n";
  const engine::RdfFile file{folder.write("data.nt", text), {}, std::nullopt, {}};
  return engine::Database::load({{file}});
}

struct Result {
  std::size_t triples;
  std::size_t bytes_left;
};

Result construct(const engine::Database& data, std::string_view text, std::size_t limit) {
  base::MemoryBudget memory(limit);
  engine::QueryOptions options;
  options.memory = &memory;
  tests::QuadList list;
  {
    engine::Query query(data, text, options);
    query.run(list);
  }
  return {list.quads.size(), memory.used()};
}

} // namespace

TEST_CASE("CONSTRUCT remembers what it has written, and that counts") {
  const auto data = numbers(400);
  constexpr std::string_view pairs =
      "CONSTRUCT { ?a <urn:with> ?b } { ?a <urn:p> ?x . ?b <urn:p> ?y }";
  CHECK_THROWS_WITH(construct(data, pairs, std::size_t{4} << 20U), Catch::Contains("memory limit"));
  const Result whole = construct(data, pairs, std::size_t{400} << 20U);
  CHECK(whole.triples == 160'000);
  CHECK(whole.bytes_left == 0);
}

TEST_CASE("CONSTRUCT with new blank nodes needs no memory of earlier solutions") {
  const auto data = numbers(400);
  CHECK(construct(data, "CONSTRUCT { [] <urn:with> ?a , ?b } { ?a <urn:p> ?x . ?b <urn:p> ?y }",
                  std::size_t{4} << 20U)
            .triples == 2 * 160'000 - 400); // of a pair of equals, one triple
}

TEST_CASE("the labels that BNODE remembers count") {
  const auto data = numbers(400);
  CHECK_THROWS_WITH(construct(data,
                              "CONSTRUCT { ?k <urn:is> 1 } { ?a <urn:p> ?x . ?b <urn:p> ?y "
                              "BIND(BNODE(CONCAT(?x, ?y)) AS ?k) }",
                              std::size_t{4} << 20U),
                    Catch::Contains("memory limit"));
}

TEST_CASE("a query that is to stop is not even planned to its end") {
  const auto data = numbers(3);
  base::Cancellation cancellation;
  cancellation.cancel();
  engine::QueryOptions options;
  options.cancellation = &cancellation;
  std::string text = "SELECT * {";
  for (int i = 0; i < 300; ++i)
    text += " ?x" + std::to_string(i) + " <urn:p> ?y" + std::to_string(i) + " .";
  CHECK_THROWS_WITH(engine::Query(data, text + " }", options), Catch::Contains("stopped"));
  CHECK_NOTHROW(engine::Query(data, text + " }"));
}
