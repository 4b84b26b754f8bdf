#include "sparql/optimiser/variables.h"

#include <algorithm>
#include <iterator>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

template<class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template<class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

void add(VariableSet& set, const Node& node) {
  if (const auto* variable = std::get_if<Variable>(&node)) set.insert(*variable);
}

void merge(VariableSet& set, VariableSet other) {
  set.merge(other);
}

VariableSet pattern_variables(const BasicGraphPattern& pattern) {
  VariableSet set;
  for (const auto& triple : pattern.triples)
    for (const Node* node : {&triple.subject, &triple.predicate, &triple.object}) add(set, *node);
  for (const auto& path : pattern.paths) {
    add(set, path.subject);
    add(set, path.object);
  }
  return set;
}

VariableSet both(VariableSet a, VariableSet b) {
  a.merge(b);
  return a;
}

VariableSet projected(const Project& node, const VariableSet& input) {
  VariableSet set;
  for (const auto& variable : node.variables)
    if (input.contains(variable)) set.insert(variable);
  return set;
}

VariableSet with_name(const Graph& node, VariableSet set) {
  add(set, node.name);
  return set;
}

VariableSet group_variables(const Group& node) {
  VariableSet set;
  for (const auto& key : node.keys) set.insert(key.variable);
  for (const auto& output : node.aggregates) set.insert(output.variable);
  return set;
}

VariableSet certain_of_values(const Values& node) {
  VariableSet set;
  for (std::size_t i = 0; i < node.variables.size(); ++i)
    if (std::all_of(node.rows.begin(), node.rows.end(),
                    [i](const auto& row) { return row[i].has_value(); }))
      set.insert(node.variables[i]);
  return set;
}

bool cannot_fail(const Expression& expression, const VariableSet& bound) {
  if (expression.kind == Expression::Kind::constant) return true;
  if (expression.kind == Expression::Kind::call)
    return expression.function == Function::equality_key;
  return expression.kind == Expression::Kind::variable && bound.contains(expression.variable);
}

VariableSet certain_of_group(const Group& node) {
  const VariableSet input = certain_variables(*node.input);
  VariableSet set;
  for (const auto& key : node.keys) {
    const bool bound =
        key.expression ? cannot_fail(*key.expression, input) : input.contains(key.variable);
    if (bound) set.insert(key.variable);
  }
  for (const auto& output : node.aggregates)
    if (output.aggregate.kind == Aggregate::Kind::count) set.insert(output.variable);
  return set;
}

} // namespace

VariableSet possible_variables(const Operator& tree) {
  return std::visit(
      Overloaded{
          [](const BasicGraphPattern& node) { return pattern_variables(node); },
          [](const Join& node) {
            return both(possible_variables(*node.left), possible_variables(*node.right));
          },
          [](const LeftJoin& node) {
            return both(possible_variables(*node.left), possible_variables(*node.right));
          },
          [](const Union& node) {
            return both(possible_variables(*node.left), possible_variables(*node.right));
          },
          [](const Minus& node) { return possible_variables(*node.left); },
          [](const Extend& node) { return both(possible_variables(*node.input), {node.variable}); },
          [](const Graph& node) { return with_name(node, possible_variables(*node.input)); },
          [](const Service& node) {
            VariableSet set = possible_variables(*node.input);
            add(set, node.endpoint);
            return set;
          },
          [](const Values& node) {
            return VariableSet(node.variables.begin(), node.variables.end());
          },
          [](const Group& node) { return group_variables(node); },
          [](const Project& node) {
            return VariableSet(node.variables.begin(), node.variables.end());
          },
          [](const auto& node) { return possible_variables(*node.input); },
      },
      tree.node);
}

VariableSet certain_variables(const Operator& tree) {
  return std::visit(
      Overloaded{
          [](const BasicGraphPattern& node) { return pattern_variables(node); },
          [](const Join& node) {
            return both(certain_variables(*node.left), certain_variables(*node.right));
          },
          [](const LeftJoin& node) { return certain_variables(*node.left); },
          [](const Union& node) {
            return intersection(certain_variables(*node.left), certain_variables(*node.right));
          },
          [](const Minus& node) { return certain_variables(*node.left); },
          [](const Extend& node) {
            VariableSet set = certain_variables(*node.input);
            if (cannot_fail(node.expression, set)) set.insert(node.variable);
            return set;
          },
          [](const Graph& node) { return with_name(node, certain_variables(*node.input)); },
          [](const Service&) { return VariableSet{}; }, // an endpoint may answer as it likes
          [](const Values& node) { return certain_of_values(node); },
          [](const Group& node) { return certain_of_group(node); },
          [](const Project& node) { return projected(node, certain_variables(*node.input)); },
          [](const auto& node) { return certain_variables(*node.input); },
      },
      tree.node);
}

namespace {

void mention(VariableSet& set, const std::vector<Expression>& expressions) {
  for (const auto& expression : expressions) merge(set, variables_of(expression));
}

void mention_group(VariableSet& set, const Group& node) {
  merge(set, group_variables(node));
  for (const auto& key : node.keys)
    if (key.expression) merge(set, variables_of(*key.expression));
  for (const auto& output : node.aggregates) mention(set, output.aggregate.argument);
}

/// What an operator itself names, without its inputs.
void mention_own(VariableSet& set, const Operator& tree) {
  std::visit(
      Overloaded{
          [&](const LeftJoin& node) { mention(set, node.conditions); },
          [&](const Filter& node) { mention(set, node.conditions); },
          [&](const Extend& node) {
            set.insert(node.variable);
            merge(set, variables_of(node.expression));
          },
          [&](const Graph& node) { add(set, node.name); },
          [&](const Service& node) { add(set, node.endpoint); },
          [&](const Group& node) { mention_group(set, node); },
          [&](const OrderBy& node) {
            for (const auto& key : node.keys) merge(set, variables_of(key.expression));
          },
          [&](const Project& node) { set.insert(node.variables.begin(), node.variables.end()); },
          [](const auto&) {},
      },
      tree.node);
}

} // namespace

VariableSet mentioned_variables(const Operator& tree) {
  VariableSet set;
  mention_own(set, tree);
  std::visit(
      Overloaded{
          [&](const BasicGraphPattern& node) { merge(set, pattern_variables(node)); },
          [&](const Values& node) { set.insert(node.variables.begin(), node.variables.end()); },
          [&](const auto& node) {
            if constexpr (requires { node.left; }) {
              merge(set, mentioned_variables(*node.left));
              merge(set, mentioned_variables(*node.right));
            } else {
              merge(set, mentioned_variables(*node.input));
            }
          },
      },
      tree.node);
  return set;
}

VariableSet variables_of(const Expression& expression) {
  VariableSet set;
  if (expression.kind == Expression::Kind::variable) set.insert(expression.variable);
  if (expression.pattern) merge(set, mentioned_variables(*expression.pattern));
  mention(set, expression.arguments);
  return set;
}

bool is_volatile(const Expression& expression) {
  if (expression.kind == Expression::Kind::call) {
    switch (expression.function) {
    case Function::rand:
    case Function::uuid:
    case Function::struuid:
    case Function::bnode:
    case Function::extension:
      return true;
    default:
      break;
    }
  }
  return std::any_of(expression.arguments.begin(), expression.arguments.end(), is_volatile);
}

bool has_pattern(const Expression& expression) {
  return expression.pattern != nullptr ||
         std::any_of(expression.arguments.begin(), expression.arguments.end(), has_pattern);
}

bool needs_all_bound(const Expression& expression) {
  switch (expression.kind) {
  case Expression::Kind::variable:
  case Expression::Kind::constant:
    return true;
  case Expression::Kind::exists:
  case Expression::Kind::not_exists:
    return false;
  case Expression::Kind::call:
    break;
  }
  switch (expression.function) {
  case Function::or_:
  case Function::and_:
  case Function::in:
  case Function::not_in:
  case Function::bound:
  case Function::if_:
  case Function::coalesce:
  case Function::bnode:
  case Function::extension:
    return false;
  default:
    break;
  }
  return std::all_of(expression.arguments.begin(), expression.arguments.end(), needs_all_bound);
}

std::vector<Variable> result_variables(const Query& query) {
  std::vector<Variable> result;
  const auto add_once = [&](const Variable& variable) {
    if (std::ranges::find(result, variable) == result.end()) result.push_back(variable);
  };
  const auto add_node = [&](const Node& node) {
    const auto* variable = std::get_if<Variable>(&node);
    if (variable != nullptr && !variable->is_generated()) add_once(*variable);
  };
  for (const Variable& variable : query.projection) add_once(variable);
  for (const TriplePattern& triple : query.construct)
    for (const Node* node : {&triple.subject, &triple.predicate, &triple.object}) add_node(*node);
  for (const Node& node : query.describe) add_node(node);
  return result;
}

std::optional<Variable> wanted_unbound(const Expression& expression) {
  if (expression.kind != Expression::Kind::call || expression.function != Function::not_)
    return std::nullopt;
  const Expression& inner = expression.arguments[0];
  if (inner.kind != Expression::Kind::call || inner.function != Function::bound)
    return std::nullopt;
  return inner.arguments[0].variable;
}

bool is_subset(const VariableSet& part, const VariableSet& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

VariableSet intersection(const VariableSet& a, const VariableSet& b) {
  VariableSet result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(result, result.end()));
  return result;
}

} // namespace tela::sparql::optimiser
