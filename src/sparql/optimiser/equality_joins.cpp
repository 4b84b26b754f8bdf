#include "sparql/optimiser/equality_joins.h"

#include "rdf/namespaces.h"
#include "sparql/optimiser/components.h"
#include "sparql/optimiser/tree_walk.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool is_equality(const Expression& condition) {
  return condition.kind == Expression::Kind::call &&
         (condition.function == Function::equal || condition.function == Function::same_term) &&
         !is_volatile(condition) && !has_pattern(condition);
}

/// Whether `expression` depends on `variables`, and on none of `others`.
bool depends_on(const Expression& expression, const VariableSet& variables,
                const VariableSet& others) {
  const VariableSet names = variables_of(expression);
  return !intersection(names, variables).empty() && intersection(names, others).empty();
}

Expression key_expression(Expression value, const char* of_failure) {
  Expression marker;
  marker.constant = rdf::literal(of_failure, rdf::xsd::integer);
  Expression key;
  key.kind = Expression::Kind::call;
  key.function = Function::equality_key;
  key.arguments = {std::move(value), std::move(marker)};
  return key;
}

void extend(Child& input, const Variable& variable, Expression expression) {
  input = make_child({Extend{std::move(input), variable, std::move(expression)}});
}

/// The condition's sides, if they lie in these two components and in no other.
std::optional<EqualitySides> sides_in(const Expression& condition,
                                      const std::vector<Component>& all, std::size_t left,
                                      std::size_t right) {
  VariableSet others;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != left && i != right) others.insert(all[i].variables.begin(), all[i].variables.end());
  if (!intersection(variables_of(condition), others).empty()) return std::nullopt;
  return equality_between(condition, all[left].variables, all[right].variables);
}

void merge(Component& one, Component& other, EqualityKeys keys, const Expression& condition) {
  extend(one.tree, keys.variable, std::move(keys.left));
  extend(other.tree, keys.variable, std::move(keys.right));
  Filter filter{make_child({Join{std::move(one.tree), std::move(other.tree)}}), {condition}};
  one.tree = make_child({std::move(filter)});
  one.variables.insert(other.variables.begin(), other.variables.end());
}

/// Joins two components by a condition that links them; says whether it did.
bool join_by(const Expression& condition, std::vector<Component>& all, VariableTable& variables) {
  if (!is_equality(condition)) return false;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j) {
      if (i == j) continue;
      auto sides = sides_in(condition, all, i, j);
      if (!sides) continue;
      merge(all[i], all[j], keys_of(std::move(*sides), variables), condition);
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(j));
      return true;
    }
  return false;
}

void join_parts(Operator& tree, Filter& filter, VariableTable& variables) {
  const bool is_join = std::holds_alternative<BasicGraphPattern>(filter.input->node) ||
                       std::holds_alternative<Join>(filter.input->node);
  if (!is_join || std::ranges::none_of(filter.conditions, is_equality)) return;
  std::vector<Component> components = components_of(clone(*filter.input));
  std::vector<Expression> rest;
  for (const Expression& condition : filter.conditions)
    if (!join_by(condition, components, variables)) rest.push_back(condition);
  if (rest.size() == filter.conditions.size()) return;
  Child input = joined(std::move(components));
  if (rest.empty())
    tree = std::move(*input);
  else
    tree.node = Filter{std::move(input), std::move(rest)};
}

void key_sides(LeftJoin& join, VariableTable& variables) {
  const VariableSet left = possible_variables(*join.left);
  const VariableSet right = possible_variables(*join.right);
  if (!intersection(left, right).empty()) return; // they are joined by what they share
  for (const Expression& condition : join.conditions) {
    auto sides = equality_between(condition, left, right);
    if (!sides) continue;
    EqualityKeys keys = keys_of(std::move(*sides), variables);
    extend(join.left, keys.variable, std::move(keys.left));
    extend(join.right, keys.variable, std::move(keys.right));
    return;
  }
}

} // namespace

std::optional<EqualitySides> equality_between(const Expression& condition, const VariableSet& left,
                                              const VariableSet& right) {
  if (!is_equality(condition)) return std::nullopt;
  const Expression& a = condition.arguments[0];
  const Expression& b = condition.arguments[1];
  if (depends_on(a, left, right) && depends_on(b, right, left)) return EqualitySides{a, b};
  if (depends_on(b, left, right) && depends_on(a, right, left)) return EqualitySides{b, a};
  return std::nullopt;
}

EqualityKeys keys_of(EqualitySides sides, VariableTable& variables) {
  return {variables[variables.fresh()], key_expression(std::move(sides.left), "0"),
          key_expression(std::move(sides.right), "1")};
}

void join_equalities(Operator& tree, VariableTable& variables) {
  for_each_input(tree, [&](Operator& input) { join_equalities(input, variables); });
  if (auto* join = std::get_if<LeftJoin>(&tree.node)) key_sides(*join, variables);
  if (auto* filter = std::get_if<Filter>(&tree.node)) join_parts(tree, *filter, variables);
}

} // namespace tela::sparql::optimiser
