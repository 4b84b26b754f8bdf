#include "sparql/optimiser/join_cost.h"

#include <catch2/catch.hpp>

using namespace tela::sparql::optimiser;

namespace {

/// A side that is read from an index: it can skip.
JoinSide scanned(double rows, double keys) {
  return {scan_cost(rows, keys), rows, keys};
}

/// The same side when it comes out of a step that cannot skip.
JoinSide made(double rows, double keys) {
  JoinSide side = scanned(rows, keys);
  side.costs.seek = Costs::cannot_skip;
  return side;
}

double merge(const JoinSide& left, const JoinSide& right, JoinKind kind = JoinKind::inner) {
  return merge_cost(left, right, 10, kind).total;
}

bool can_skip(const Costs& costs) {
  return costs.seek < Costs::cannot_skip;
}

} // namespace

TEST_CASE("a scan is found once, then costs the same for each row") {
  CHECK(scan_cost(0, 1).total == seek_cost);
  CHECK(scan_cost(1000, 1).total == seek_cost + 1000 * scan_row_cost);
  CHECK(scan_cost(1000, 1).startup == seek_cost);
}

TEST_CASE("a skip in an index reads the rows of a key, but at least a block") {
  CHECK(scan_cost(1e6, 10).seek_rows == 1e5);
  CHECK(scan_cost(1e6, 1e6).seek_rows == 1024);
  CHECK(scan_cost(500, 500).seek_rows == 500); // it has no more
  CHECK(scan_cost(1e6, 10).seek == seek_cost + 1e5 * scan_row_cost);
}

TEST_CASE("a merge skips in the larger side what the smaller one does not ask for") {
  const JoinSide few = scanned(10, 10);
  CHECK(merge(few, scanned(1e6, 1e6)) < scan_cost(1e6, 1e6).total / 10);
  CHECK(merge(scanned(1e6, 1e6), few) < scan_cost(1e6, 1e6).total / 10);
  CHECK(merge(few, made(1e6, 1e6)) > scan_cost(1e6, 1e6).total); // it has to read all of it
}

TEST_CASE("a left side that must keep rows without a partner is read to its end") {
  const JoinSide many = scanned(1e6, 1e6);
  const JoinSide few = scanned(10, 10);
  CHECK(merge(many, few, JoinKind::semi) == merge(many, few, JoinKind::inner));
  for (const JoinKind kind : {JoinKind::left, JoinKind::anti, JoinKind::minus})
    CHECK(merge(many, few, kind) > many.costs.total);
  CHECK(merge(few, many, JoinKind::left) < many.costs.total); // the right side still skips
}

TEST_CASE("a merge can skip where both of its sides can") {
  const JoinSide side = scanned(5000, 100);
  CHECK(can_skip(merge_cost(side, side, 10, JoinKind::inner)));
  CHECK_FALSE(can_skip(merge_cost(side, made(5000, 100), 10, JoinKind::inner)));
  CHECK_FALSE(can_skip(merge_cost(made(5000, 100), side, 10, JoinKind::inner)));
}

TEST_CASE("a merge of sorted inputs is cheaper than a table of either") {
  const JoinSide side = scanned(10'000, 10'000);
  CHECK(merge_cost(side, side, 10'000, JoinKind::inner).total <
        hash_cost(side, side, 10'000).total);
}

TEST_CASE("a table is made of the whole right side before the first row comes") {
  const JoinSide left = scanned(1000, 1000);
  const JoinSide right = made(2000, 2000);
  const Costs costs = hash_cost(left, right, 100);
  CHECK(costs.startup ==
        Approx(left.costs.startup + right.costs.total + right.rows * build_row_cost));
  CHECK(costs.total > costs.startup);
  CHECK(can_skip(costs)); // the left side streams
  CHECK_FALSE(can_skip(hash_cost(right, left, 100)));
}

TEST_CASE("the smaller side is the one to make a table of") {
  const JoinSide few = made(100, 100);
  const JoinSide many = made(10'000, 10'000);
  CHECK(hash_cost(many, few, 100).total < hash_cost(few, many, 100).total);
}

TEST_CASE("seeking is cheaper than any other way for a few rows, and dearer for many") {
  const JoinSide few = made(5, 5);
  const JoinSide index = scanned(1e6, 1e5);
  CHECK(lookup_cost(few, index.rows, 50).total < merge(made(5, 5), made(1e6, 1e5)));
  CHECK(lookup_cost(few, index.rows, 50).total < hash_cost(index, few, 50).total);
  const JoinSide many = made(1e5, 1e5);
  CHECK(lookup_cost(many, index.rows, 1e6).total > hash_cost(index, many, 1e6).total);
}

TEST_CASE("to seek many keys in a small index is to scan it, batch by batch") {
  const double seeks = lookup_cost(made(4096, 4096), 1000, 0).total;
  CHECK(seeks < 4096 * seek_cost);
  CHECK(seeks >= 1000 * scan_row_cost);
}

TEST_CASE("a seek gives its first row at once") {
  const JoinSide left = scanned(1e6, 1e6);
  CHECK(lookup_cost(left, 1e6, 1e6).startup == left.costs.startup + seek_cost);
}

TEST_CASE("a sort gives its first row last, and forgets how to skip") {
  const Costs input = scan_cost(1000, 1000);
  const Costs sorted = sort_cost(input, 1000);
  CHECK(sorted.startup == sorted.total);
  CHECK(sorted.total > input.total);
  CHECK_FALSE(can_skip(sorted));
  const double own = sort_cost({}, 1000).total;
  CHECK(sort_cost({}, 2000).total > 2 * own); // n log n
}

TEST_CASE("a step on each row costs its rows, and for a skip the rows of a skip") {
  const Costs input = scan_cost(5000, 5);
  const Costs each = row_cost(input, 5000, 7);
  CHECK(each.total == input.total + 5000 * 7);
  CHECK(each.startup == input.startup + 7);
  CHECK(each.seek == input.seek + input.seek_rows * 7);
  CHECK_FALSE(can_skip(row_cost(made(10, 10).costs, 10, 7)));
}
