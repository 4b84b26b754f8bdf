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
