#include "sparql/evaluator/merge_group.h"

#include <catch2/catch.hpp>

#include <set>

using namespace tela;
using sparql::evaluator::Batch;
using sparql::evaluator::MergeGroup;

namespace {

std::vector<rdf::Id> ids(const std::vector<std::uint64_t>& numbers) {
  std::vector<rdf::Id> result;
  for (const std::uint64_t number : numbers) result.push_back(rdf::Id::from_bits(number));
  return result;
}

/// The rows that the group offers for `key` and that really have it.
std::set<std::size_t> rows_with(MergeGroup& group, const std::vector<rdf::Id>& seconds,
                                std::uint64_t key) {
  std::set<std::size_t> rows;
  const auto [first, last] = group.candidates(rdf::Id::from_bits(key));
  for (std::size_t at = first; at < last; ++at)
    if (seconds[group.row(at)] == rdf::Id::from_bits(key)) rows.insert(group.row(at));
  return rows;
}

} // namespace

TEST_CASE("A group finds its rows by the second key, however they come") {
  const auto seconds = GENERATE(ids({9, 9, 1, 2, 2, 3, 5, 5, 5, 8, 13, 21}),
                                ids({9, 9, 21, 5, 2, 13, 1, 5, 8, 3, 2, 5}));
  Batch batch{seconds.size(), {nullptr, seconds.data()}};
  MergeGroup group;
  group.set(batch, 2, 10, 1);
  std::set<std::size_t> fives;
  for (std::size_t row = 2; row < seconds.size(); ++row)
    if (seconds[row] == rdf::Id::from_bits(5)) fives.insert(row);
  for (int repeated = 0; repeated < 3; ++repeated) CHECK(rows_with(group, seconds, 5) == fives);
  CHECK(rows_with(group, seconds, 9).empty()); // the two before the group are not in it
  CHECK(rows_with(group, seconds, 4).empty());
  const auto [first, last] = group.candidates(rdf::Id::from_bits(5));
  CHECK(last - first == 3); // by now nothing else is offered
}

TEST_CASE("A group without a second key offers all rows") {
  const auto seconds = ids({1, 2, 3});
  Batch batch{3, {seconds.data()}};
  MergeGroup group;
  group.set(batch, 0, 3, std::nullopt);
  CHECK(group.all() == std::pair<std::size_t, std::size_t>{0, 3});
  CHECK(group.row(2) == 2);
}
