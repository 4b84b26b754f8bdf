#include "sparql/algebra/translation.h"
#include "sparql/syntax/scope.h"

#include <algorithm>
#include <utility>

namespace tela::sparql::algebra {

namespace {

using syntax::SelectClause;
using syntax::SolutionModifier;

/// Builds the operators around a pattern, innermost first.
class Modifiers {
 public:
  Modifiers(const syntax::SubSelect& select, GeneratedVariables& generated)
      : select_(select), generated_(generated), tree_(translate_group(select.where, generated)) {}

  Operator apply(Projection projection) {
    if (syntax::is_grouped(select_))
      add_grouped();
    else
      add_ungrouped();
    if (!order_.empty()) tree_ = make(OrderBy{boxed(std::move(tree_)), std::move(order_)});
    if (projection == Projection::selected) add_projection();
    add_slice();
    return std::move(tree_);
  }

 private:
  struct Assignment {
    Variable variable;
    Expression expression;
  };

  void add_ungrouped() {
    for (const auto& item : select_.select.items)
      if (item.expression)
        assignments_.push_back(
            {to_variable(item.variable), translate_expression(*item.expression, generated_)});
    for (const auto& condition : select_.modifier.order_by)
      order_.push_back(
          {translate_expression(condition.expression, generated_), condition.descending});
    add_values();
    add_assignments();
  }

  /// Every expression behind the grouping is translated before the operator is built, so that it
  /// knows all aggregates.
  void add_grouped() {
    Group group;
    std::set<std::string> keys;
    for (const auto& condition : select_.modifier.group_by) {
      group.keys.push_back(group_key(condition));
      keys.insert(group.keys.back().variable.name);
    }
    Aggregation aggregation(generated_, std::move(keys));
    for (const auto& item : select_.select.items) {
      if (!item.expression) continue;
      assignments_.push_back({to_variable(item.variable),
                              translate_expression(*item.expression, generated_, &aggregation)});
      aggregation.add_key(item.variable.name);
    }
    std::vector<Expression> having;
    for (const auto& condition : select_.modifier.having)
      having.push_back(translate_expression(condition, generated_, &aggregation));
    for (const auto& condition : select_.modifier.order_by)
      order_.push_back({translate_expression(condition.expression, generated_, &aggregation),
                        condition.descending});
    group.aggregates = aggregation.take_outputs();
    group.input = boxed(std::move(tree_));
    tree_ = make(std::move(group));
    if (std::any_of(having.begin(), having.end(),
                    [this](const auto& e) { return names_assignment(e); }))
      add_assignments();
    if (!having.empty()) tree_ = make(Filter{boxed(std::move(tree_)), std::move(having)});
    add_values();
    add_assignments();
  }

  Group::Key group_key(const SolutionModifier::GroupCondition& condition) {
    if (!condition.variable && condition.expression.kind == syntax::Expression::Kind::variable)
      return {to_variable(condition.expression.variable), std::nullopt};
    return {condition.variable ? to_variable(*condition.variable) : generated_.next("key"),
            translate_expression(condition.expression, generated_)};
  }

  /// HAVING comes before the expressions of SELECT, unless it names one of them.
  bool names_assignment(const Expression& expression) const {
    const auto is_named = [&](const Assignment& assignment) {
      return expression.kind == Expression::Kind::variable &&
             assignment.variable == expression.variable;
    };
    return std::any_of(assignments_.begin(), assignments_.end(), is_named) ||
           std::any_of(expression.arguments.begin(), expression.arguments.end(),
                       [this](const Expression& argument) { return names_assignment(argument); });
  }

  void add_values() {
    if (!select_.values) return;
    tree_ = make(Join{boxed(std::move(tree_)), boxed(make(translate_values(*select_.values)))});
  }

  void add_assignments() {
    for (auto& [variable, expression] : assignments_)
      tree_ = make(Extend{boxed(std::move(tree_)), std::move(variable), std::move(expression)});
    assignments_.clear();
  }

  void add_projection() {
    Project project;
    for (const auto& variable : syntax::projected_variables(select_))
      project.variables.push_back(to_variable(variable));
    project.input = boxed(std::move(tree_));
    tree_ = make(std::move(project));
    switch (select_.select.duplicates) {
    case SelectClause::Duplicates::keep:
      break;
    case SelectClause::Duplicates::distinct:
      tree_ = make(Distinct{boxed(std::move(tree_))});
      break;
    case SelectClause::Duplicates::reduced:
      tree_ = make(Reduced{boxed(std::move(tree_))});
      break;
    }
  }

  void add_slice() {
    const auto& modifier = select_.modifier;
    if (modifier.offset != 0 || modifier.limit)
      tree_ = make(Slice{boxed(std::move(tree_)), modifier.offset, modifier.limit});
  }

  const syntax::SubSelect& select_;
  GeneratedVariables& generated_;
  Operator tree_;
  std::vector<Assignment> assignments_;
  std::vector<OrderBy::Key> order_;
};

} // namespace

Operator translate_select(const syntax::SubSelect& select, Projection projection,
                          GeneratedVariables& generated) {
  return Modifiers(select, generated).apply(projection);
}

} // namespace tela::sparql::algebra
