#pragma once

#include "sparql/optimiser/plan.h"

#include <optional>
#include <vector>

/// Makers of plan nodes: each fills in columns, order, estimate and costs from the inputs.
namespace tela::sparql::optimiser {

[[nodiscard]] PlanRef nothing_node(const SlotSet& columns);
[[nodiscard]] PlanRef unit_node();
[[nodiscard]] PlanRef values_node(ValuesPlan values);
[[nodiscard]] PlanRef named_graphs_node(Slot slot, double graphs);
[[nodiscard]] PlanRef filter_node(const PlanRef& input, std::vector<Condition> conditions);
/// The same with the number of rows that is known to be left.
[[nodiscard]] PlanRef filter_node(const PlanRef& input, std::vector<Condition> conditions,
                                  const Estimate& estimate);
[[nodiscard]] PlanRef extend_node(const PlanRef& input, Slot slot,
                                  const algebra::Expression& expression, bool certain);
[[nodiscard]] PlanRef sort_node(const PlanRef& input, Slot slot);
[[nodiscard]] PlanRef union_node(std::vector<PlanRef> inputs);
[[nodiscard]] PlanRef project_node(const PlanRef& input, const std::vector<Slot>& columns);
[[nodiscard]] PlanRef distinct_node(const PlanRef& input, bool may_use_order);
[[nodiscard]] PlanRef slice_node(const PlanRef& input, const SlicePlan& slice);
[[nodiscard]] PlanRef order_by_node(const PlanRef& input, OrderByPlan order);
[[nodiscard]] PlanRef group_node(const PlanRef& input, GroupPlan group, const SlotSet& certain,
                                 bool may_use_order);

/// About what a node takes, without its inputs, its conditions and its rows of VALUES.
[[nodiscard]] std::size_t bytes_of(const PlanNode& node);
/// The same of a whole plan.
[[nodiscard]] std::size_t bytes_of_tree(const PlanNode& root);

/// The slot by which the rows are sorted first.
[[nodiscard]] std::optional<Slot> lead(const PlanNode& node);

} // namespace tela::sparql::optimiser
