#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>
#include <iterator>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

/// Variables that must be bound for all conditions to hold.
VariableSet required_variables(const std::vector<Expression>& conditions) {
  VariableSet required;
  for (const Expression& condition : conditions) {
    if (needs_all_bound(condition)) required.merge(variables_of(condition));
    if (condition.kind == Expression::Kind::call && condition.function == Function::bound)
      required.insert(condition.arguments[0].variable);
  }
  return required;
}

/// Whether a row of `join` without a right partner lacks one of `required`.
bool needs_partner(const LeftJoin& join, const VariableSet& required) {
  const VariableSet left = possible_variables(*join.left);
  const VariableSet right = possible_variables(*join.right);
  return std::any_of(required.begin(), required.end(), [&](const Variable& variable) {
    return right.contains(variable) && !left.contains(variable);
  });
}

void strengthen(Operator& tree, const VariableSet& required) {
  if (auto* filter = std::get_if<Filter>(&tree.node)) {
    strengthen(*filter->input, required);
    return;
  }
  auto* join = std::get_if<LeftJoin>(&tree.node);
  if (join == nullptr) return;
  VariableSet left_required; // what the right side may bind too need not come from the left
  const VariableSet right = possible_variables(*join->right);
  std::set_difference(required.begin(), required.end(), right.begin(), right.end(),
                      std::inserter(left_required, left_required.end()));
  strengthen(*join->left, left_required);
  if (!needs_partner(*join, required)) return;
  std::vector<Expression> conditions = std::move(join->conditions);
  Operator inner{Join{std::move(join->left), std::move(join->right)}};
  if (conditions.empty())
    tree = std::move(inner);
  else
    tree.node = Filter{make_child(std::move(inner)), std::move(conditions)};
}

} // namespace

void strengthen_optionals(Operator& tree) {
  if (auto* filter = std::get_if<Filter>(&tree.node))
    strengthen(*filter->input, required_variables(filter->conditions));
  for_each_input(tree, [](Operator& input) { strengthen_optionals(input); });
}

} // namespace tela::sparql::optimiser
