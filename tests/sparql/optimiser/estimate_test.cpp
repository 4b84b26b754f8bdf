#include "sparql/optimiser/estimate.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using namespace tela::sparql::optimiser;

namespace {

Estimate estimate(double rows, const std::vector<std::pair<Slot, double>>& distinct) {
  Estimate result;
  result.rows = rows;
  for (const auto& [slot, values] : distinct) result.set_distinct(slot, values);
  return result;
}

double kept(const std::string& text) {
  return selectivity(condition(text));
}

double cost(const std::string& text, bool ordered = false) {
  return evaluation_cost(condition(text), ordered);
}

} // namespace

TEST_CASE("a variable has no more values than there are rows, and at least one") {
  CHECK(estimate(10, {{1, 4}}).distinct(1) == 4);
  CHECK(estimate(10, {{1, 40}}).distinct(1) == 10);
  CHECK(estimate(0, {{1, 4}}).distinct(1) == 1);
  CHECK(estimate(10, {{1, 4}}).distinct(2) == 10); // not known: one a row
}

TEST_CASE("what is said of a variable last is what holds") {
  Estimate twice = estimate(10, {{2, 5}, {1, 4}, {2, 6}});
  CHECK(twice.size() == 2);
  CHECK(twice.distinct(1) == 4);
  CHECK(twice.distinct(2) == 6);
}

TEST_CASE("a filter keeps its share of the rows, and the values of which a row is left") {
  Estimate filtered = estimate(100, {{1, 100}, {2, 50}, {3, 1}});
  filtered.filter(0.5);
  CHECK(filtered.rows == 50);
  CHECK(filtered.distinct(1) == Approx(50));
  CHECK(filtered.distinct(2) == Approx(37.5)); // of two rows both go one time in four
  CHECK(filtered.distinct(3) == Approx(1));    // of a hundred rows one is left for sure
}

TEST_CASE("a join finds partners in the side with more values for those of the other") {
  const Estimate few = estimate(100, {{1, 10}, {2, 7}});
  const Estimate many = estimate(500, {{1, 50}, {3, 9}});
  const Estimate joined = join(few, many, {1});
  CHECK(joined.rows == Approx(100 * 500 / 50));
  CHECK(join(many, few, {1}).rows == joined.rows);
  CHECK(joined.distinct(1) == 10);
  CHECK(joined.distinct(2) == 7);
  CHECK(joined.distinct(3) == 9);
}

TEST_CASE("without a shared variable every row meets every row") {
  CHECK(join(estimate(30, {{1, 30}}), estimate(20, {{2, 20}}), {}).rows == 600);
}

TEST_CASE("a second shared variable says less than the first") {
  const Estimate side = estimate(10'000, {{1, 10'000}, {2, 10'000}});
  CHECK(join(side, side, {1}).rows == Approx(10'000));
  CHECK(join(side, side, {1, 2}).rows == Approx(100));
}

TEST_CASE("equality keeps fewer rows than other comparisons, but for languages") {
  CHECK(kept("?x = 1") < kept("?x < 1"));
  CHECK(kept("?x = 1") == kept("sameTerm(?x, 1)"));
  CHECK(kept("?x != 1") == Approx(1 - kept("?x = 1")));
  CHECK(kept("LANG(?x) = \"en\"") > kept("STR(?x) = \"en\""));
  CHECK(kept("\"en\" = LANG(?x)") == kept("LANG(?x) = \"en\""));
}

TEST_CASE("&& keeps what both keep, || what either keeps, ! the rest") {
  const double less = kept("?x < 1");
  CHECK(kept("?x < 1 && ?y < 1") == Approx(less * less));
  CHECK(kept("?x < 1 || ?y < 1") == Approx(1 - (1 - less) * (1 - less)));
  CHECK(kept("!(?x < 1)") == Approx(1 - less));
  CHECK(kept("!(?x IN (1) && ?x IN (1) && ?x IN (1))") == 0.95); // never quite all
}

TEST_CASE("IN keeps more with each value it lists, up to half of the rows") {
  CHECK(kept("?x IN (1)") == Approx(kept("?x = 1")));
  CHECK(kept("?x IN (1, 2, 3)") == Approx(3 * kept("?x = 1")));
  CHECK(kept("?x IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)") == 0.5);
  CHECK(kept("?x NOT IN (1, 2, 3)") > 0.5);
}

TEST_CASE("every condition keeps a share between nothing and all") {
  for (const std::string text :
       {"?x", "true", "BOUND(?x)", "REGEX(?x, \"a\")", "CONTAINS(?x, \"a\")",
        "STRSTARTS(?x, \"a\")", "STRENDS(?x, \"a\")", "LANGMATCHES(LANG(?x), \"en\")", "isIRI(?x)",
        "isLITERAL(?x)", "isBLANK(?x)", "isNUMERIC(?x)", "EXISTS { ?x :q ?z }", "?x + 1"}) {
    INFO(text);
    CHECK(kept(text) > 0);
    CHECK(kept(text) < 1);
  }
}

TEST_CASE("conditions cost what their evaluation takes: bits, ids, texts, patterns, queries") {
  const std::vector<std::string> dearer_and_dearer{"?x",
                                                   "BOUND(?x)",
                                                   "?x < 1",
                                                   "LANG(?x) = \"en\"",
                                                   "STR(?x) = \"a\"",
                                                   "REGEX(?x, \"a\")",
                                                   "SHA1(?x) = ?y",
                                                   "EXISTS { ?x :q ?z }"};
  for (std::size_t i = 1; i < dearer_and_dearer.size(); ++i) {
    INFO(dearer_and_dearer[i]);
    CHECK(cost(dearer_and_dearer[i - 1]) < cost(dearer_and_dearer[i]));
  }
}

TEST_CASE("an expression costs what its arguments cost, and less where terms come in order") {
  CHECK(cost("?x < 1 && ?y < 1") > 2 * cost("?x < 1"));
  CHECK(cost("STR(?x) = STR(?y)") > cost("STR(?x) = \"a\""));
  CHECK(cost("STR(?x) = \"a\"", true) < cost("STR(?x) = \"a\""));
  CHECK(cost("?x < 1", true) == cost("?x < 1")); // nothing is decoded
}
