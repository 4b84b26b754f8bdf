#include "rdf/inline_value.h"
#include "sparql/optimiser/join_group.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

namespace {

constexpr Slot x = 0, y = 1, z = 2;

/// The orders in which a pattern can be scanned, sorted by `keys` behind its constants.
std::string orders_of(const TripleLeaf& leaf, const SlotSet& keys = {}) {
  std::string text;
  for (const rdf::Order order : rdf::all_orders)
    if (scan_in(order, leaf, keys)) (text += text.empty() ? "" : " ") += rdf::name(order);
  return text;
}

const MemoryDataset& loops() {
  static const MemoryDataset data =
      MemoryDataset::from(":a :p :a, :b . :b :p :a . :c :p :c . :a :q 1, 2, 3 . "
                          ":g { :a :p :d } :h { :d :p :a . :d :q 4 }");
  return data;
}

} // namespace

TEST_CASE("a pattern is scanned where its constants come first") {
  Counts counts;
  const PathEnd s = counts.id("s1");
  const PathEnd p = counts.id("in");
  CHECK(orders_of({{x, y, z}, {}}) == "SPO SOP PSO POS OSP OPS");
  CHECK(orders_of({{x, p, y}, {}}) == "PSO POS");
  CHECK(orders_of({{s, x, y}, {}}) == "SPO SOP");
  CHECK(orders_of({{s, p, x}, {}}) == "SPO PSO");
  CHECK(orders_of({{s, p, s}, {}}) == "SPO SOP PSO POS OSP OPS");
}

TEST_CASE("keys that are sought come next") {
  Counts counts;
  const TripleLeaf leaf{{x, counts.id("in"), y}, {}};
  CHECK(orders_of(leaf, {x}) == "PSO");
  CHECK(orders_of(leaf, {y}) == "POS");
  CHECK(orders_of(leaf, {x, y}) == "PSO POS");
  CHECK(orders_of({{x, y, z}, {}}, {x, z}) == "SOP OSP");
}

TEST_CASE("a scan tells the pattern that it was made of") {
  Counts counts;
  const TripleLeaf leaf{{x, counts.id("in"), y}, {GraphScope::Kind::each_named, {}, z}};
  for (const rdf::Order order : {rdf::Order::pso, rdf::Order::pos}) {
    const TripleLeaf again = leaf_of(*scan_in(order, leaf));
    CHECK(again.terms == leaf.terms);
    CHECK(again.slots() == SlotSet{x, y, z});
  }
}

TEST_CASE("the variables of a pattern are those of its ends and of its graph") {
  Counts counts;
  CHECK(TripleLeaf{{x, counts.id("in"), y}, {}}.slots() == SlotSet{x, y});
  CHECK(TripleLeaf{{x, x, x}, {}}.slots() == SlotSet{x});
  CHECK(TripleLeaf{{x, y, x}, {GraphScope::Kind::current, {}, z}}.slots() == SlotSet{x, y});
  CHECK(PathLeaf{{}, x, counts.id("world"), {}}.slots() == SlotSet{x});
}

TEST_CASE("rows and values of a pattern are counted, not guessed") {
  Counts counts(loops());
  const Estimate p = estimate_of({{x, counts.id("p"), y}, {}}, counts.statistics());
  CHECK(p.rows == 4);
  const Estimate q = estimate_of({{counts.id("a"), counts.id("q"), x}, {}}, counts.statistics());
  CHECK(q.rows == 3);
  CHECK(q.distinct(x) == 3);
  const Estimate none = estimate_of({{x, counts.id("r"), y}, {}}, counts.statistics());
  CHECK(none.rows == 0);
}

TEST_CASE("a variable that stands twice keeps one row in as many as it has values") {
  Counts counts(loops());
  const Estimate twice = estimate_of({{x, counts.id("p"), x}, {}}, counts.statistics());
  const Estimate once = estimate_of({{x, counts.id("p"), y}, {}}, counts.statistics());
  CHECK(twice.rows < once.rows);
  CHECK(twice.rows >= 1);
}

TEST_CASE("in GRAPH ?g the graphs are values of ?g") {
  Counts counts(loops());
  const GraphScope each{GraphScope::Kind::each_named, {}, z};
  const Estimate estimate = estimate_of({{x, counts.id("p"), y}, each}, counts.statistics());
  CHECK(estimate.rows == 2);
  CHECK(estimate.distinct(z) == 2);
  const GraphScope one{GraphScope::Kind::named, counts.id("h"), {}};
  CHECK(estimate_of({{x, y, z}, one}, counts.statistics()).rows == 2);
}

TEST_CASE("a scan is sorted by what is behind its constants, each variable once") {
  Counts counts(loops());
  const auto sorted = [&](rdf::Order order, const TripleLeaf& leaf) {
    return scan_node(*scan_in(order, leaf), estimate_of(leaf, counts.statistics()), 4)->sorted_by;
  };
  CHECK(sorted(rdf::Order::pso, {{x, counts.id("p"), y}, {}}) == Slots{x, y});
  CHECK(sorted(rdf::Order::pos, {{x, counts.id("p"), y}, {}}) == Slots{y, x});
  CHECK(sorted(rdf::Order::spo, {{x, y, x}, {}}) == Slots{x, y});
}

TEST_CASE("the rows within ranges are counted at their ends") {
  Counts counts(loops());
  const IndexScan scan =
      *scan_in(rdf::Order::pos, {{x, counts.id("q"), y}, {}}); // objects 1, 2, 3 and, in :h, 4
  const auto number = [](std::int64_t value) { return *rdf::inline_integer(value); };
  const auto rows = [&](const std::vector<IdRange>& ranges) {
    return rows_within(scan, ranges, counts.statistics());
  };
  CHECK(rows({{number(2), number(3)}}) == 2);
  CHECK(rows({{number(1), number(1)}, {number(3), number(9)}}) == 3); // of all graphs
  CHECK(rows({{number(5), number(9)}}) == 0);
  CHECK(rows({}) == 0);
}
