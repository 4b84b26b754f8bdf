#include "sparql/optimiser/nodes.h"

#include "sparql/optimiser/join_cost.h"

#include <algorithm>

namespace tela::sparql::optimiser {

namespace {

/// A node that gives the rows of `input`, changed or dropped, in its order.
std::shared_ptr<PlanNode> over(const PlanRef& input) {
  auto node = std::make_shared<PlanNode>();
  node->columns = input->columns;
  node->sorted_by = input->sorted_by;
  node->certain = input->certain;
  node->estimate = input->estimate;
  node->costs = input->costs;
  node->inputs = {input};
  return node;
}

/// Whether rows that are equal in `slots` come together: `slots` are the first by which the rows
/// are sorted.
bool come_together(const PlanNode& node, const SlotSet& slots) {
  if (slots.size() > node.sorted_by.size()) return false;
  return std::all_of(node.sorted_by.begin(),
                     node.sorted_by.begin() + static_cast<std::ptrdiff_t>(slots.size()),
                     [&](Slot slot) { return slots.contains(slot); });
}

/// Rows of about this many groups.
double groups_of(const PlanNode& input, const SlotSet& keys) {
  double groups = 1;
  for (const Slot key : keys) groups *= input.estimate.distinct(key);
  return std::min(groups, input.estimate.rows);
}

} // namespace

std::size_t bytes_of(const PlanNode& node) {
  constexpr std::size_t of_allocator = 16;
  constexpr std::size_t lists = 6; // with those of the operator
  const std::size_t slots = node.columns.size() + node.sorted_by.size() + node.certain.size();
  return sizeof(PlanNode) + (lists + 1) * of_allocator + node.inputs.size() * sizeof(PlanRef) +
         slots * sizeof(Slot) + node.estimate.size() * sizeof(std::pair<Slot, double>);
}

std::size_t bytes_of_tree(const PlanNode& root) {
  std::size_t bytes = bytes_of(root);
  for (const PlanRef& input : root.inputs) bytes += bytes_of_tree(*input);
  return bytes;
}

std::optional<Slot> lead(const PlanNode& node) {
  if (node.sorted_by.empty()) return std::nullopt;
  return node.sorted_by.front();
}

PlanRef nothing_node(const SlotSet& columns) {
  auto node = std::make_shared<PlanNode>();
  node->op = Nothing{};
  node->columns = columns.list();
  node->sorted_by = columns.list();
  node->certain = columns;
  node->estimate.rows = 0;
  return node;
}

PlanRef unit_node() {
  auto node = std::make_shared<PlanNode>();
  node->op = Unit{};
  return node;
}

PlanRef values_node(ValuesPlan values) {
  auto node = std::make_shared<PlanNode>();
  node->columns = values.slots;
  for (std::size_t i = 0; i < values.slots.size(); ++i)
    if (std::all_of(values.rows.begin(), values.rows.end(),
                    [i](const auto& row) { return row[i].defined(); }))
      node->certain.insert(values.slots[i]);
  node->estimate.rows = static_cast<double>(values.rows.size());
  node->costs = {node->estimate.rows, 0, Costs::cannot_skip};
  node->op = std::move(values);
  return node;
}

PlanRef named_graphs_node(Slot slot, double graphs) {
  auto node = std::make_shared<PlanNode>();
  node->op = NamedGraphs{slot};
  node->columns = {slot};
  node->sorted_by = {slot};
  node->certain = {slot};
  node->estimate.rows = graphs;
  node->costs = {graphs, 0, Costs::cannot_skip};
  return node;
}

PlanRef filter_node(const PlanRef& input, std::vector<Condition> conditions) {
  Estimate estimate = input->estimate;
  for (const Condition& condition : conditions) estimate.filter(selectivity(condition->expression));
  return filter_node(std::move(input), std::move(conditions), estimate);
}

PlanRef filter_node(const PlanRef& input, std::vector<Condition> conditions,
                    const Estimate& estimate) {
  if (conditions.empty()) return input;
  auto node = over(input);
  double cost = 0;
  for (const Condition& condition : conditions) {
    const bool ordered = lead(*input) && condition->slots == SlotSet{*lead(*input)};
    cost += evaluation_cost(condition->expression, ordered);
  }
  node->costs = row_cost(input->costs, input->estimate.rows, cost);
  node->estimate = estimate;
  node->op = FilterPlan{std::move(conditions)};
  return node;
}

PlanRef extend_node(const PlanRef& input, Slot slot, const algebra::Expression& expression,
                    bool certain) {
  auto node = over(input);
  node->columns.push_back(slot);
  if (certain) node->certain.insert(slot);
  node->costs = row_cost(input->costs, input->estimate.rows, evaluation_cost(expression, false));
  node->op = ExtendPlan{slot, expression};
  return node;
}

PlanRef sort_node(const PlanRef& input, Slot slot) {
  auto node = over(input);
  node->sorted_by = {slot};
  node->costs = sort_cost(input->costs, input->estimate.rows);
  node->op = SortById{{slot}};
  return node;
}

PlanRef union_node(std::vector<PlanRef> inputs) {
  auto node = std::make_shared<PlanNode>();
  SlotSet columns;
  node->certain = inputs.front()->certain;
  node->estimate.rows = 0;
  node->costs.startup = inputs.front()->costs.startup;
  for (const PlanRef& input : inputs) {
    columns.insert(SlotSet(input->columns));
    node->certain = node->certain & input->certain;
    node->estimate.rows += input->estimate.rows;
    node->costs.total += input->costs.total;
  }
  for (const Slot slot : columns) {
    double values = 0;
    for (const PlanRef& input : inputs)
      if (std::find(input->columns.begin(), input->columns.end(), slot) != input->columns.end())
        values += input->estimate.distinct(slot);
    node->estimate.set_distinct(slot, values);
  }
  node->columns = columns.list();
  node->inputs = std::move(inputs);
  node->op = UnionPlan{};
  return node;
}

PlanRef project_node(const PlanRef& input, const std::vector<Slot>& columns) {
  if (input->columns == columns) return input;
  auto node = over(input);
  const SlotSet kept(columns);
  const auto gone = std::find_if(node->sorted_by.begin(), node->sorted_by.end(),
                                 [&](Slot slot) { return !kept.contains(slot); });
  node->sorted_by.erase(gone, node->sorted_by.end());
  node->certain = node->certain & kept;
  node->columns = columns;
  if (node->sorted_by.empty()) node->costs.seek = Costs::cannot_skip;
  node->op = ProjectPlan{};
  return node;
}

PlanRef distinct_node(const PlanRef& input, bool may_use_order) {
  auto node = over(input);
  const SlotSet columns(input->columns);
  const bool sorted = may_use_order && come_together(*input, columns);
  const double rows = groups_of(*input, columns);
  node->estimate.rows = std::max(1.0, rows);
  node->costs =
      row_cost(input->costs, input->estimate.rows, sorted ? merge_row_cost : group_row_cost);
  node->op = DistinctPlan{sorted};
  return node;
}

PlanRef slice_node(const PlanRef& input, const SlicePlan& slice) {
  auto node = over(input);
  const double rows = std::max(1.0, input->estimate.rows);
  double kept = std::max(0.0, rows - static_cast<double>(slice.offset));
  if (slice.limit) kept = std::min(kept, static_cast<double>(*slice.limit));
  const double share = std::min(1.0, (kept + static_cast<double>(slice.offset)) / rows);
  node->estimate.rows = kept;
  node->costs.total = input->costs.startup + (input->costs.total - input->costs.startup) * share;
  node->costs.seek = Costs::cannot_skip;
  node->op = slice;
  return node;
}

PlanRef order_by_node(const PlanRef& input, OrderByPlan order) {
  auto node = over(input);
  node->sorted_by.clear();
  node->costs = sort_cost(input->costs, input->estimate.rows);
  if (order.limit)
    node->estimate.rows = std::min(node->estimate.rows, static_cast<double>(*order.limit));
  node->op = std::move(order);
  return node;
}

PlanRef group_node(const PlanRef& input, GroupPlan group, const SlotSet& certain,
                   bool may_use_order) {
  auto node = over(input);
  SlotSet keys;
  node->columns.clear();
  bool plain = true;
  for (const auto& key : group.keys) {
    keys.insert(key.slot);
    node->columns.push_back(key.slot);
    plain = plain && !key.expression;
  }
  for (const auto& output : group.outputs) node->columns.push_back(output.slot);
  group.sorted = may_use_order && plain && come_together(*input, keys);
  if (!group.sorted) node->sorted_by.clear();
  node->sorted_by.resize(std::min(node->sorted_by.size(), keys.size()));
  node->certain = certain;
  node->estimate.rows = group.keys.empty() ? 1 : std::max(1.0, groups_of(*input, keys));
  const double each = group.sorted ? merge_row_cost : group_row_cost;
  const auto sets = static_cast<double>(std::ranges::count_if(
      group.outputs, [](const auto& output) { return output.aggregate.distinct; }));
  node->costs = row_cost(input->costs, input->estimate.rows,
                         each * static_cast<double>(1 + group.outputs.size()) / 2 +
                             sets * (group.sorted ? fresh_set_cost : distinct_cost));
  node->costs.startup = node->costs.total;
  if (!group.sorted) node->costs.seek = Costs::cannot_skip;
  node->op = std::move(group);
  return node;
}

} // namespace tela::sparql::optimiser
