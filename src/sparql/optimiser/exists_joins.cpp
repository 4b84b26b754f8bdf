#include "sparql/optimiser/exists_joins.h"

#include "sparql/optimiser/equality_joins.h"
#include "sparql/optimiser/group_builder.h"
#include "sparql/optimiser/join_methods.h"
#include "sparql/optimiser/nodes.h"
#include "sparql/optimiser/tree_walk.h"

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool is_exists(const Expression& expression) {
  return expression.kind == Expression::Kind::exists ||
         expression.kind == Expression::Kind::not_exists;
}

/// The value of a mark, or its contrary.
Expression read_mark(const Variable& mark, bool negated) {
  Expression value;
  value.kind = Expression::Kind::variable;
  value.variable = mark;
  if (!negated) return value;
  Expression contrary;
  contrary.kind = Expression::Kind::call;
  contrary.function = Function::not_;
  contrary.arguments.push_back(std::move(value));
  return contrary;
}

} // namespace

Alternatives ExistsJoins::filter(Alternatives rows, const Expression& condition,
                                 const VariableSet& outer) {
  if (is_exists(condition))
    if (auto pattern = join_of(condition, outer)) {
      const bool wanted = condition.kind == Expression::Kind::exists;
      return join(wanted ? JoinKind::semi : JoinKind::anti, std::move(rows), std::move(*pattern),
                  outer, std::nullopt);
    }
  Expression marked = condition;
  mark(rows, marked, outer);
  const SlotSet columns(rows.front()->columns);
  const Condition test = make_condition(marked, slots_of(marked, variables_) & columns);
  for (PlanRef& plan : rows) plan = filter_node(plan, {test});
  return rows;
}

void ExistsJoins::mark(Alternatives& rows, Expression& expression, const VariableSet& outer) {
  for (Expression& argument : expression.arguments) mark(rows, argument, outer);
  if (!is_exists(expression)) return;
  auto pattern = join_of(expression, outer);
  if (!pattern) return;
  const Slot slot = variables_.fresh();
  rows = join(JoinKind::mark, std::move(rows), std::move(*pattern), outer, slot);
  expression = read_mark(variables_[slot], expression.kind == Expression::Kind::not_exists);
}

std::optional<Decorrelated> ExistsJoins::join_of(const Expression& exists,
                                                 const VariableSet& outer) const {
  if (!choices_.on(Pass::decorrelate_exists)) return std::nullopt;
  Operator pattern = clone(*exists.pattern);
  rewrite_(pattern);
  return decorrelate(pattern, outer);
}

Alternatives ExistsJoins::join(JoinKind kind, Alternatives rows, Decorrelated pattern,
                               const VariableSet& outer, std::optional<Slot> mark) {
  const VariableSet inner = possible_variables(pattern.pattern);
  const SlotSet shared = slots(intersection(inner, outer));
  if (shared.empty() && choices_.on(Pass::equality_joins)) add_key(rows, pattern, outer);
  const Alternatives partners = plan_(pattern.pattern, shared);
  const SlotSet both = slots(inner) | slots(outer);
  std::vector<Condition> conditions;
  for (const Expression& condition : pattern.conditions)
    conditions.push_back(make_condition(condition, slots_of(condition, variables_) & both));
  JoinTask task = join_task(kind, *rows.front(), *partners.front(), std::move(conditions));
  task.mark = mark;
  return join_all(task, rows, partners, choices_);
}

/// Gives rows and pattern a key to join by, when a condition says that values of both are equal.
void ExistsJoins::add_key(Alternatives& rows, Decorrelated& join, const VariableSet& outer) {
  const VariableSet inner = possible_variables(join.pattern);
  for (const Expression& condition : join.conditions) {
    auto sides = equality_between(condition, outer, inner);
    if (!sides) continue;
    EqualityKeys keys = keys_of(std::move(*sides), variables_);
    for (PlanRef& plan : rows)
      plan = extend_node(plan, variables_.slot(keys.variable), keys.left, true);
    join.pattern = {
        Extend{make_child(std::move(join.pattern)), keys.variable, std::move(keys.right)}};
    return;
  }
}

SlotSet ExistsJoins::slots(const VariableSet& variables) {
  SlotSet set;
  for (const Variable& variable : variables) set.insert(variables_.slot(variable));
  return set;
}

} // namespace tela::sparql::optimiser
