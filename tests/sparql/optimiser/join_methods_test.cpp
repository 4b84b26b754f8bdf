#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/join_methods.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;
using Lines = std::vector<std::string>;

namespace {

constexpr Slot x = 0, y = 1, z = 2;

/// Ten rows that cost so much, sorted by a slot or not at all.
PlanRef priced(double total, std::optional<Slot> order = std::nullopt, double startup = 0) {
  auto node = rows_of({x, y}, 10, order ? Slots{*order} : Slots{});
  node->costs = {total, startup, Costs::cannot_skip};
  return node;
}

Lines kept(const Shortlist& list) {
  Lines lines;
  for (const PlanRef& plan : list.plans()) {
    const auto order = lead(*plan);
    lines.push_back((!order        ? "unsorted "
                     : *order == x ? "by x "
                                   : "by y ") +
                    std::to_string(static_cast<int>(plan->costs.total)));
  }
  return lines;
}

PlanRef unsure(Slots columns, SlotSet certain, double rows = 10, Slots sorted_by = {}) {
  auto node = rows_of(columns, rows, sorted_by);
  node->certain = std::move(certain);
  return node;
}

std::string text(const PlanRef& plan) {
  const auto& join = std::get<JoinPlan>(plan->op);
  static constexpr std::array methods{"merge", "hash", "lookup"};
  std::string line = methods[static_cast<std::size_t>(join.method)];
  for (const Slot key : join.keys) line += " " + std::to_string(key);
  for (std::size_t i = 0; i < 2; ++i)
    if (std::holds_alternative<SortById>(plan->inputs[i]->op))
      line += i == 0 ? ", left sorted" : ", right sorted";
  return line;
}

std::vector<PlanRef> joins(JoinKind kind, const PlanRef& left, const PlanRef& right,
                           const Choices& choices = {}) {
  std::vector<PlanRef> plans;
  offer_joins(join_task(kind, *left, *right, {}), left, right, choices,
              [&](PlanRef plan) { plans.push_back(std::move(plan)); });
  return plans;
}

Lines ways(const PlanRef& left, const PlanRef& right, const Choices& choices = {}) {
  Lines lines;
  for (const PlanRef& plan : joins(JoinKind::inner, left, right, choices))
    lines.push_back(text(plan));
  return lines;
}

/// The scan of ?x :for ?y in some order.
PlanRef scan(Counts& counts, Slot subject = x, Slot object = y) {
  const TripleLeaf leaf{{subject, counts.id("for"), object}, {}};
  return scan_node(*scan_in(rdf::Order::pso, leaf), estimate_of(leaf, counts.statistics()), 65);
}

std::vector<PlanRef> lookups(const PlanRef& left, const PlanRef& right) {
  std::vector<PlanRef> plans;
  offer_lookup(join_task(JoinKind::inner, *left, *right, {}), left, right,
               [&](PlanRef plan) { plans.push_back(std::move(plan)); });
  return plans;
}

} // namespace

TEST_CASE("a shortlist keeps the cheapest plan of each order") {
  Shortlist list;
  for (const PlanRef& plan : {priced(9, x), priced(7, x), priced(8, x), priced(8, y)})
    list.offer(plan);
  CHECK(kept(list) == Lines{"by x 7", "by y 8"});
  CHECK(list.cheapest()->costs.total == 7);
}

TEST_CASE("a plan in no order stays only while it is the cheapest of all") {
  Shortlist list;
  list.offer(priced(9, x));
  list.offer(priced(5));
  CHECK(kept(list) == Lines{"by x 9", "unsorted 5"}); // the order may save more than it costs
  list.offer(priced(4, y));
  CHECK(kept(list) == Lines{"by x 9", "by y 4"});
  list.offer(priced(6));
  CHECK(kept(list) == Lines{"by x 9", "by y 4"});
}

TEST_CASE("what a shortlist would not keep is known before it is made") {
  Shortlist list;
  list.offer(priced(5, x));
  CHECK(list.beats({6, 0}, std::nullopt));
  CHECK(list.beats({6, 0}, x));
  CHECK_FALSE(list.beats({6, 0}, y));
  CHECK_FALSE(list.beats({4, 0}, x));
}

TEST_CASE("where few rows are wanted, a plan that begins early is cheaper") {
  const PlanRef slow_start = priced(100, std::nullopt, 90);
  const PlanRef early = priced(200, std::nullopt, 1);
  Shortlist all;
  Shortlist few(0.01);
  for (Shortlist* list : {&all, &few}) {
    list->offer(slow_start);
    list->offer(early);
  }
  CHECK(all.cheapest() == slow_start);
  CHECK(few.cheapest() == early);
}

TEST_CASE("of very many orders the dearest go") {
  Shortlist list;
  for (Slot order = 0; order < 40; ++order) list.offer(priced(100 + order, order));
  CHECK(list.plans().size() == 16);
  CHECK(list.cheapest()->costs.total == 100);
}

TEST_CASE("what both sides always bind is a key, what one may leave unbound is not") {
  const JoinTask task =
      join_task(JoinKind::inner, *unsure({x, y}, {x}), *unsure({x, y, z}, {x, y, z}), {});
  CHECK(task.keys == SlotSet{x});
  CHECK(task.loose == SlotSet{y});
}

TEST_CASE("each kind of join keeps its share of the left rows") {
  const PlanRef left = rows_of({x}, 100);
  const PlanRef few = rows_of({x, y}, 10);
  const auto rows = [&](JoinKind kind, const PlanRef& right) {
    return join_task(kind, *left, *right, {}).estimate.rows;
  };
  CHECK(rows(JoinKind::inner, few) == Approx(10));
  CHECK(rows(JoinKind::left, few) == 100);
  CHECK(rows(JoinKind::semi, few) == Approx(10));
  CHECK(rows(JoinKind::anti, few) == Approx(90));
  auto many = rows_of({x, y}, 1000);
  many->estimate.set_distinct(x, 100);
  CHECK(rows(JoinKind::inner, many) == Approx(1000));
  CHECK(rows(JoinKind::left, many) == Approx(1000));
  CHECK(rows(JoinKind::semi, many) == Approx(98)); // never quite all
  CHECK(rows(JoinKind::minus, many) == Approx(2));
}

TEST_CASE("sorted inputs may be merged, and the smaller one may be sorted for it") {
  CHECK(ways(rows_of({x}, 10, {x}), rows_of({x}, 10, {x})) == Lines{"merge 0", "hash 0"});
  CHECK(ways(rows_of({x}, 10), rows_of({x}, 99, {x})) == Lines{"merge 0, left sorted", "hash 0"});
  CHECK(ways(rows_of({x}, 99, {x}), rows_of({x}, 10)) == Lines{"merge 0, right sorted", "hash 0"});
  CHECK(ways(rows_of({x}, 99), rows_of({x}, 10, {x})) == Lines{"hash 0"});
  CHECK(ways(rows_of({x}, 10), rows_of({x}, 10)) == Lines{"hash 0"});
}

TEST_CASE("a merge by one key of several takes the others along") {
  CHECK(ways(rows_of({x, y}, 10, {y}), rows_of({x, y}, 10, {y})) == Lines{"merge 1 0", "hash 0 1"});
}

TEST_CASE("without a key, or without the pass, nothing is merged") {
  CHECK(ways(rows_of({x}, 10, {x}), rows_of({y}, 10, {y})) == Lines{"hash"});
  CHECK(ways(rows_of({x}, 10, {x}), rows_of({x}, 10, {x}), Choices({"merge-joins"})) ==
        Lines{"hash 0"});
}

TEST_CASE("EXISTS keeps the left columns, OPTIONAL adds what it may leave unbound") {
  const PlanRef left = rows_of({x}, 10, {x});
  const PlanRef right = rows_of({x, y}, 10, {x});
  const auto first = [&](JoinKind kind) { return joins(kind, left, right).front(); };
  for (const JoinKind kind : {JoinKind::semi, JoinKind::anti, JoinKind::minus})
    CHECK(first(kind)->columns == Slots{x});
  CHECK(first(JoinKind::inner)->columns == Slots{x, y});
  CHECK(first(JoinKind::inner)->certain == SlotSet{x, y});
  CHECK(first(JoinKind::left)->columns == Slots{x, y});
  CHECK(first(JoinKind::left)->certain == SlotSet{x});
}

TEST_CASE("a join keeps the order of its left rows, OPTIONAL with a condition does not") {
  const PlanRef left = rows_of({x, z}, 10, {x, z});
  const PlanRef right = rows_of({x, y}, 10, {x});
  CHECK(joins(JoinKind::inner, left, right).front()->sorted_by == Slots{x, z});
  CHECK(joins(JoinKind::left, left, right).front()->sorted_by == Slots{x, z});
  JoinTask task = join_task(JoinKind::left, *left, *right, {});
  task.conditions.push_back(
      std::make_shared<const Predicate>(Predicate{condition("?x = ?y"), {x, y}}));
  offer_joins(task, left, right, {}, [](const PlanRef& plan) { CHECK(plan->sorted_by.empty()); });
}

TEST_CASE("a value that the right side may fill in ends the order") {
  const PlanRef left = unsure({x, y}, {x}, 10, {x, y});
  CHECK(joins(JoinKind::inner, left, rows_of({x, y}, 10)).front()->sorted_by == Slots{x});
}

TEST_CASE("plans that are beaten before they are made are not made") {
  const PlanRef side = rows_of({x}, 10, {x});
  Shortlist rivals;
  rivals.offer(priced(0, x));
  JoinTask task = join_task(JoinKind::inner, *side, *side, {});
  task.rivals = &rivals;
  offer_joins(task, side, side, {}, [](const PlanRef&) { FAIL("a beaten plan was offered"); });
}

TEST_CASE("partners are sought in the order of the index in which the key comes first") {
  Counts counts;
  const auto by_object = lookups(rows_of({y}, 3), scan(counts));
  REQUIRE(by_object.size() == 1);
  CHECK(text(by_object.front()) == "lookup 1");
  CHECK(std::get<IndexScan>(by_object.front()->inputs[1]->op).order == rdf::Order::pos);
  const auto by_both = lookups(rows_of({x, y}, 3), scan(counts));
  REQUIRE(by_both.size() == 1);
  CHECK(text(by_both.front()) == "lookup 0 1");
}

TEST_CASE("nothing is sought where there is no key, no index, or only part of one") {
  Counts counts;
  CHECK(lookups(rows_of({z}, 3), scan(counts)).empty());
  CHECK(lookups(rows_of({x}, 3), rows_of({x, y}, 10)).empty());
  CHECK(lookups(unsure({x, y}, {x}), scan(counts)).empty()); // ?y may be unbound
  auto ranged = std::make_shared<PlanNode>(*scan(counts));
  std::get<IndexScan>(ranged->op).ranges.push_back({counts.id("s1"), counts.id("s3")});
  CHECK(lookups(rows_of({x}, 3), ranged).empty());
}

TEST_CASE("partners in a union are sought in each branch, and come branch by branch") {
  Counts counts;
  const PlanRef left = rows_of({x}, 3, {x});
  const std::vector<PlanRef> branches{scan(counts), scan(counts, y, x)};
  const JoinTask task = join_task(JoinKind::inner, *left, *branches.front(), {});
  std::vector<PlanRef> plans;
  const auto offer = [&](PlanRef plan) { plans.push_back(std::move(plan)); };
  offer_lookup_of_union(task, left, branches, offer);
  REQUIRE(plans.size() == 1);
  CHECK(text(plans.front()) == "lookup 0");
  CHECK(plans.front()->sorted_by.empty());
  const auto& inputs = plans.front()->inputs[1]->inputs;
  REQUIRE(inputs.size() == 2);
  CHECK(std::get<IndexScan>(inputs[0]->op).order == rdf::Order::pso);
  CHECK(std::get<IndexScan>(inputs[1]->op).order == rdf::Order::pos);
  offer_lookup_of_union(task, left, {branches.front(), rows_of({x, y}, 5)}, offer);
  CHECK(plans.size() == 1); // a branch that is no index
}
