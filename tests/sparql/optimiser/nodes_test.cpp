#include "sparql/optimiser/nodes.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql;
using namespace tela::sparql::optimiser;

namespace {

constexpr Slot x = 0, y = 1, z = 2;

Condition test_of(const std::string& text, SlotSet slots) {
  return std::make_shared<const Predicate>(Predicate{condition(text), std::move(slots)});
}

bool can_skip(const PlanRef& node) {
  return node->costs.seek < Costs::cannot_skip;
}

template<class Op>
const Op& op_of(const PlanRef& node) {
  return std::get<Op>(node->op);
}

GroupPlan group_by(const std::vector<Slot>& keys) {
  GroupPlan group;
  for (const Slot key : keys) group.keys.push_back({key, std::nullopt});
  group.outputs.push_back({z, {}});
  return group;
}

} // namespace

TEST_CASE("no row has any columns and any order") {
  const PlanRef node = nothing_node({x, y});
  CHECK(node->estimate.rows == 0);
  CHECK(node->columns == Slots{x, y});
  CHECK(node->sorted_by == Slots{x, y});
  CHECK(node->certain == SlotSet{x, y});
}

TEST_CASE("the unit is one row without columns") {
  CHECK(unit_node()->estimate.rows == 1);
  CHECK(unit_node()->columns.empty());
}

TEST_CASE("of VALUES a variable is certain when no row leaves it undefined") {
  const rdf::Id one = rdf::Id::make(rdf::IdTag::iri, 1);
  const PlanRef node = values_node({{{one, one}, {one, {}}}, {x, y}});
  CHECK(node->columns == Slots{x, y});
  CHECK(node->certain == SlotSet{x});
  CHECK(node->estimate.rows == 2);
  CHECK(node->sorted_by.empty());
}

TEST_CASE("named graphs come in their order") {
  const PlanRef node = named_graphs_node(x, 7);
  CHECK(node->sorted_by == Slots{x});
  CHECK(node->certain == SlotSet{x});
  CHECK(node->estimate.rows == 7);
}

TEST_CASE("a filter without conditions is its input") {
  const PlanRef input = rows_of({x}, 10);
  CHECK(filter_node(input, {}) == input);
}

TEST_CASE("a filter keeps columns and order, and a share of the rows at a cost for each") {
  const PlanRef input = rows_of({x, y}, 1000, {x});
  const PlanRef node = filter_node(input, {test_of("?x < 1", {x}), test_of("?y = 1", {y})});
  CHECK(node->columns == input->columns);
  CHECK(node->sorted_by == input->sorted_by);
  CHECK(node->estimate.rows ==
        Approx(1000 * selectivity(condition("?x < 1")) * selectivity(condition("?y = 1"))));
  CHECK(node->costs.total ==
        Approx(input->costs.total + 1000 * (evaluation_cost(condition("?x < 1"), true) +
                                            evaluation_cost(condition("?y = 1"), false))));
  CHECK(can_skip(node));
}

TEST_CASE("a filter on texts costs less where they come in the order of their ids") {
  const Condition text = test_of("STR(?x) = \"a\"", {x});
  CHECK(filter_node(rows_of({x}, 100, {x}), {text})->costs.total <
        filter_node(rows_of({x}, 100), {text})->costs.total);
}

TEST_CASE("rows that are known to be left are not guessed again") {
  Estimate known;
  known.rows = 3;
  CHECK(filter_node(rows_of({x}, 100), {test_of("?x < 1", {x})}, known)->estimate.rows == 3);
}

TEST_CASE("BIND adds a column, certain only where its expression cannot fail") {
  const PlanRef input = rows_of({x}, 10, {x});
  const PlanRef may_fail = extend_node(input, y, condition("1 / ?x"), false);
  CHECK(may_fail->columns == Slots{x, y});
  CHECK(may_fail->certain == SlotSet{x});
  CHECK(may_fail->sorted_by == Slots{x});
  CHECK(extend_node(input, y, condition("BOUND(?x)"), true)->certain == SlotSet{x, y});
  CHECK(may_fail->costs.total > input->costs.total);
}

TEST_CASE("a sort is by its slot alone, and cannot skip") {
  const PlanRef node = sort_node(rows_of({x, y}, 10, {x, y}), y);
  CHECK(node->sorted_by == Slots{y});
  CHECK(lead(*node) == y);
  CHECK(node->columns == Slots{x, y});
  CHECK_FALSE(can_skip(node));
}

TEST_CASE("rows in no order have no lead") {
  CHECK_FALSE(lead(*rows_of({x}, 10)));
}

TEST_CASE("a union has the columns of each input, certain where all bind them, in no order") {
  const PlanRef node = union_node({rows_of({x, y}, 10, {x}), rows_of({x, z}, 5, {x})});
  CHECK(node->columns == Slots{x, y, z});
  CHECK(node->certain == SlotSet{x});
  CHECK(node->sorted_by.empty());
  CHECK(node->estimate.rows == 15);
  CHECK(node->estimate.distinct(x) == 15);
  CHECK(node->estimate.distinct(y) == 10);
  CHECK(node->costs.total == 15);
}

TEST_CASE("a projection onto the same columns is its input") {
  const PlanRef input = rows_of({x, y}, 10);
  CHECK(project_node(input, {x, y}) == input);
  CHECK(project_node(input, {y, x})->columns == Slots{y, x});
}

TEST_CASE("a projection keeps the order up to the first column that it drops") {
  const PlanRef input = rows_of({x, y, z}, 10, {x, y, z});
  CHECK(project_node(input, {x, z})->sorted_by == Slots{x});
  CHECK(project_node(input, {x, z})->certain == SlotSet{x, z});
  CHECK(can_skip(project_node(input, {x, z})));
  CHECK(project_node(input, {y, z})->sorted_by.empty());
  CHECK_FALSE(can_skip(project_node(input, {y, z})));
}

TEST_CASE("DISTINCT needs no table where equal rows come together") {
  const auto sorted = [](const PlanRef& input, bool may_use_order = true) {
    return op_of<DistinctPlan>(distinct_node(input, may_use_order)).sorted;
  };
  CHECK(sorted(rows_of({x, y}, 10, {x, y})));
  CHECK(sorted(rows_of({x, y}, 10, {y, x})));
  CHECK_FALSE(sorted(rows_of({x, y}, 10, {x})));
  CHECK_FALSE(sorted(rows_of({x, y}, 10)));
  CHECK_FALSE(sorted(rows_of({x, y}, 10, {x, y}), false));
}

TEST_CASE("DISTINCT leaves as many rows as there are combinations of values, at most all") {
  auto input = rows_of({x, y}, 100);
  input->estimate.set_distinct(x, 5);
  input->estimate.set_distinct(y, 4);
  CHECK(distinct_node(input, true)->estimate.rows == 20);
  input->estimate.set_distinct(x, 50);
  CHECK(distinct_node(input, true)->estimate.rows == 100);
}

TEST_CASE("a slice costs the share of its input that it reads") {
  const PlanRef input = rows_of({x}, 1000, {x});
  const PlanRef node = slice_node(input, {100, 100});
  CHECK(node->estimate.rows == 100);
  CHECK(node->costs.total == Approx(1 + 999 * 0.2));
  CHECK_FALSE(can_skip(node));
  CHECK(slice_node(input, {900, 300})->estimate.rows == 100);
  CHECK(slice_node(input, {2000, 10})->estimate.rows == 0);
  CHECK(slice_node(input, {400, std::nullopt})->estimate.rows == 600);
  CHECK(slice_node(input, {400, std::nullopt})->costs.total == Approx(1000));
}

TEST_CASE("ORDER BY gives values, not ids, in order: no join can use it") {
  const PlanRef input = rows_of({x}, 1000, {x});
  CHECK(order_by_node(input, {{}, std::nullopt})->sorted_by.empty());
  CHECK(order_by_node(input, {{}, std::nullopt})->estimate.rows == 1000);
  CHECK(order_by_node(input, {{}, 10})->estimate.rows == 10);
}

TEST_CASE("groups need no table where the rows of a group come together") {
  const auto sorted = [](const PlanRef& input, const GroupPlan& group, bool may_use_order = true) {
    return op_of<GroupPlan>(group_node(input, group, {}, may_use_order)).sorted;
  };
  CHECK(sorted(rows_of({x, y}, 10, {x}), group_by({x})));
  CHECK(sorted(rows_of({x, y}, 10, {x, y}), group_by({x})));
  CHECK(sorted(rows_of({x, y}, 10, {x, y}), group_by({y, x})));
  CHECK_FALSE(sorted(rows_of({x, y}, 10, {x, y}), group_by({y})));
  CHECK_FALSE(sorted(rows_of({x, y}, 10, {x}), group_by({x}), false));
  GroupPlan by_expression = group_by({x});
  by_expression.keys[0].expression = condition("?x + 1");
  CHECK_FALSE(sorted(rows_of({x, y}, 10, {x}), by_expression));
}

TEST_CASE("groups have keys and aggregates for columns, and the order of the keys alone") {
  const PlanRef node = group_node(rows_of({x, y}, 10, {x, y}), group_by({x}), {x}, true);
  CHECK(node->columns == Slots{x, z});
  CHECK(node->sorted_by == Slots{x});
  CHECK(node->certain == SlotSet{x});
  CHECK(node->costs.startup == node->costs.total);
  const PlanRef table = group_node(rows_of({x, y}, 10), group_by({x}), {x}, true);
  CHECK(table->sorted_by.empty());
  CHECK(table->costs.total > node->costs.total);
}

TEST_CASE("without keys all rows are one group") {
  CHECK(group_node(rows_of({x}, 1000), group_by({}), {}, true)->estimate.rows == 1);
}

TEST_CASE("a plan takes what each of its nodes takes") {
  const PlanRef leaf = rows_of({x, y}, 10);
  const PlanRef sorted = sort_node(leaf, x);
  CHECK(bytes_of(*leaf) >= sizeof(PlanNode));
  CHECK(bytes_of(*rows_of({x, y, z}, 10)) > bytes_of(*leaf));
  CHECK(bytes_of_tree(*sorted) == bytes_of(*sorted) + bytes_of(*leaf));
}
