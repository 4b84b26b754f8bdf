#include "sparql/evaluator/grouped_id_set.h"
#include "support/memory_dataset.h"

#include <catch2/catch.hpp>

#include <random>

using namespace tela;

TEST_CASE("A group meets an id once, wherever ids lie") {
  const tests::MemoryDataset data({});
  sparql::evaluator::Words words(data);
  sparql::evaluator::Context context(data, words);
  sparql::evaluator::GroupedIdSet met(context);
  std::set<std::pair<std::uint32_t, std::uint64_t>> expected;
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto group = static_cast<std::uint32_t>(random() % 5);
    // Dense dictionary ids, dates across zero, and values from anywhere.
    const std::array<std::uint64_t, 3> bits{std::uint64_t{2} << 60U | random() % 2000,
                                            (std::uint64_t{8} << 60U) + random() % 600,
                                            random() | std::uint64_t{1} << 60U};
    const std::uint64_t id = bits[random() % 3];
    INFO(group << " " << id);
    REQUIRE(met.insert(group, rdf::Id::from_bits(id)) == expected.emplace(group, id).second);
  }
}

TEST_CASE("Groups that are done take no memory") {
  const tests::MemoryDataset data({});
  base::MemoryBudget memory(std::size_t{4} << 20U);
  sparql::evaluator::Words words(data);
  sparql::evaluator::Context context(data, words);
  context.memory = &memory;
  sparql::evaluator::GroupedIdSet met(context);
  std::uint32_t fresh = 0;
  for (std::uint32_t group = 0; group < 100'000; ++group) { // 20 MB, if all are kept
    for (const std::uint64_t id : {1U, 1'000U, 1U})
      fresh += met.insert(group, rdf::Id::from_bits(std::uint64_t{2} << 60U | id)) ? 1 : 0;
    met.forget_before(group);
    fresh += met.insert(group, rdf::Id::from_bits(std::uint64_t{2} << 60U | 1U)) ? 1 : 0;
  }
  CHECK(fresh == 200'000);
}
