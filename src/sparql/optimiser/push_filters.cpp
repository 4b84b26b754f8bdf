#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>
#include <optional>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

/// A condition on its way down. What it names and its input never binds does not bind it to a
/// place.
bool decided_by(const Expression& condition, const Operator& whole, const Operator& part) {
  const VariableSet relevant = intersection(variables_of(condition), possible_variables(whole));
  return is_subset(relevant, certain_variables(part));
}

void add_filter(Child& input, Expression condition) {
  if (auto* filter = std::get_if<Filter>(&input->node)) {
    filter->conditions.push_back(std::move(condition));
    return;
  }
  Filter filter;
  filter.conditions.push_back(std::move(condition));
  filter.input = std::move(input);
  input = make_child({std::move(filter)});
}

bool is_pattern(const Operator& tree) {
  if (const auto* filter = std::get_if<Filter>(&tree.node)) return is_pattern(*filter->input);
  return std::holds_alternative<BasicGraphPattern>(tree.node);
}

bool keys_only(const Expression& condition, const Group& group) {
  const VariableSet names = variables_of(condition);
  return std::all_of(names.begin(), names.end(), [&](const Variable& name) {
    return std::any_of(group.keys.begin(), group.keys.end(), [&](const Group::Key& key) {
      return key.variable == name && !key.expression;
    });
  });
}

/// Puts `condition` below `tree` when it can decide there; says whether it did.
bool push(Operator& tree, const Expression& condition);

bool push_into_union(Union& node, const Expression& condition) {
  add_filter(node.left, condition);
  add_filter(node.right, condition);
  return true;
}

bool push_into_join(Operator& tree, Join& node, const Expression& condition) {
  for (Child* side : {&node.left, &node.right})
    if (!is_pattern(**side) && decided_by(condition, tree, **side)) {
      add_filter(*side, condition);
      return true;
    }
  return false;
}

bool push_into_left(Operator& tree, Child& left, const Expression& condition) {
  if (!decided_by(condition, tree, *left)) return false;
  add_filter(left, condition);
  return true;
}

bool push(Operator& tree, const Expression& condition) {
  const VariableSet names = variables_of(condition);
  if (auto* node = std::get_if<Union>(&tree.node)) return push_into_union(*node, condition);
  if (auto* node = std::get_if<Join>(&tree.node)) return push_into_join(tree, *node, condition);
  if (auto* node = std::get_if<LeftJoin>(&tree.node))
    return push_into_left(tree, node->left, condition);
  if (auto* node = std::get_if<Minus>(&tree.node)) {
    add_filter(node->left, condition);
    return true;
  }
  if (auto* node = std::get_if<Extend>(&tree.node)) {
    if (names.contains(node->variable)) return false;
    add_filter(node->input, condition);
    return true;
  }
  if (auto* node = std::get_if<Project>(&tree.node)) {
    const VariableSet kept(node->variables.begin(), node->variables.end());
    if (!is_subset(names, kept)) return false;
    add_filter(node->input, condition);
    return true;
  }
  if (auto* node = std::get_if<Distinct>(&tree.node)) {
    add_filter(node->input, condition);
    return true;
  }
  if (auto* node = std::get_if<Group>(&tree.node)) {
    if (node->keys.empty() || names.empty() || !keys_only(condition, *node)) return false;
    add_filter(node->input, condition);
    return true;
  }
  return false;
}

/// Conditions of OPTIONAL that its right side alone decides.
void push_conditions(LeftJoin& join) {
  std::vector<Expression> rest;
  const VariableSet certain = certain_variables(*join.right);
  for (Expression& condition : join.conditions) {
    const bool movable = !is_volatile(condition) && !has_pattern(condition) &&
                         is_subset(variables_of(condition), certain);
    if (movable)
      add_filter(join.right, std::move(condition));
    else
      rest.push_back(std::move(condition));
  }
  join.conditions = std::move(rest);
}

} // namespace

void push_filters(Operator& tree) {
  if (auto* join = std::get_if<LeftJoin>(&tree.node)) push_conditions(*join);
  if (auto* filter = std::get_if<Filter>(&tree.node)) {
    std::vector<Expression> rest;
    for (Expression& condition : filter->conditions)
      if (is_volatile(condition) || has_pattern(condition) || !push(*filter->input, condition))
        rest.push_back(std::move(condition));
    filter->conditions = std::move(rest);
    if (filter->conditions.empty()) {
      Child input = std::move(filter->input);
      tree = std::move(*input);
      push_filters(tree);
      return;
    }
  }
  for_each_input(tree, [](Operator& input) { push_filters(input); });
}

} // namespace tela::sparql::optimiser
