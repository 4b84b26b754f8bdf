#include "rdf/namespaces.h"
#include "sparql/optimiser/components.h"
#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

/// Components that conditions link, with their conditions: their rows are counted by themselves.
struct Factor {
  std::vector<Component> components;
  VariableSet variables;
  std::vector<Expression> conditions;
  Variable rows; ///< how many there are
};

Expression read(const Variable& variable) {
  Expression expression;
  expression.kind = Expression::Kind::variable;
  expression.variable = variable;
  return expression;
}

Expression call(Function function, std::vector<Expression> arguments) {
  Expression expression;
  expression.kind = Expression::Kind::call;
  expression.function = function;
  expression.arguments = std::move(arguments);
  return expression;
}

Expression zero() {
  Expression expression;
  expression.constant = rdf::literal("0", rdf::xsd::integer);
  return expression;
}

/// COUNT(*), COUNT(?v) or COUNT(DISTINCT ?v).
bool is_plain_count(const Aggregate& aggregate) {
  if (aggregate.kind != Aggregate::Kind::count) return false;
  if (aggregate.argument.empty()) return !aggregate.distinct;
  return aggregate.argument[0].kind == Expression::Kind::variable;
}

bool only_counts(const Group& group) {
  return !group.aggregates.empty() && std::ranges::all_of(group.aggregates, [](const auto& output) {
    return is_plain_count(output.aggregate);
  }) && std::ranges::none_of(group.keys, [](const auto& key) {
    return key.expression.has_value();
  });
}

void absorb(Factor& factor, Factor other) {
  factor.variables.merge(other.variables);
  std::ranges::move(other.components, std::back_inserter(factor.components));
  std::ranges::move(other.conditions, std::back_inserter(factor.conditions));
}

/// Makes one factor of those that a condition looks at; one that looks at none holds or fails for
/// all rows, so that any factor may have it.
void restrict(std::vector<Factor>& factors, const Expression& condition) {
  const VariableSet names = variables_of(condition);
  auto first = std::stable_partition(factors.begin(), factors.end(), [&](const Factor& factor) {
    return intersection(factor.variables, names).empty();
  });
  if (first == factors.end()) --first;
  for (auto other = first + 1; other != factors.end(); ++other) absorb(*first, std::move(*other));
  factors.erase(first + 1, factors.end());
  first->conditions.push_back(condition);
}

std::vector<Factor> factors_of(const Operator& input) {
  const auto* filter = std::get_if<Filter>(&input.node);
  const Operator& pattern = filter == nullptr ? input : *filter->input;
  if (!std::holds_alternative<BasicGraphPattern>(pattern.node) &&
      !std::holds_alternative<Join>(pattern.node))
    return {};
  if (filter != nullptr && std::ranges::any_of(filter->conditions, is_volatile)) return {};
  std::vector<Factor> factors;
  for (Component& component : components_of(clone(pattern))) {
    Factor& factor = factors.emplace_back();
    factor.variables = component.variables;
    factor.components.push_back(std::move(component));
  }
  if (filter != nullptr && !factors.empty())
    for (const Expression& condition : filter->conditions) restrict(factors, condition);
  return factors;
}

/// The factor that binds a variable; null when none does.
Factor* factor_of(std::vector<Factor>& factors, const Variable& variable) {
  const auto found = std::ranges::find_if(
      factors, [&](const Factor& factor) { return factor.variables.contains(variable); });
  return found == factors.end() ? nullptr : &*found;
}

class Product {
 public:
  Product(std::vector<Factor> factors, VariableTable& variables)
      : factors_(std::move(factors)), variables_(variables) {
    for (Factor& factor : factors_) {
      factor.rows = fresh();
      groups_.push_back({nullptr, {}, {{factor.rows, {}}}});
    }
  }

  /// Whether every variable that the group names is bound by a factor.
  bool knows(const Group& group) {
    const auto bound = [this](const Variable& variable) {
      return factor_of(factors_, variable) != nullptr;
    };
    return std::ranges::all_of(group.keys, [&](const auto& key) { return bound(key.variable); }) &&
           std::ranges::all_of(group.aggregates, [&](const auto& output) {
             const auto& argument = output.aggregate.argument;
             return argument.empty() || bound(argument[0].variable);
           });
  }

  Operator of(const Group& group) {
    for (const auto& key : group.keys) own(key.variable).keys.push_back(key);
    std::vector<Extend> outputs;
    for (const auto& output : group.aggregates)
      outputs.push_back({nullptr, output.variable, value_of(output.aggregate)});
    Operator tree = rows(!group.keys.empty());
    for (Extend& output : outputs) {
      output.input = make_child(std::move(tree));
      tree = {std::move(output)};
    }
    return tree;
  }

 private:
  Variable fresh() { return variables_[variables_.fresh()]; }
  Group& own(const Variable& variable) {
    return groups_[static_cast<std::size_t>(factor_of(factors_, variable) - factors_.data())];
  }

  /// The product of the factors' counts: of rows, but for the factor whose variable is counted. Its
  /// different values are no more for the others' rows, if there are any.
  Expression value_of(const Aggregate& aggregate) {
    const Factor* counted = &factors_.front();
    Expression value = read(counted->rows);
    if (!aggregate.argument.empty()) {
      const Variable& variable = aggregate.argument[0].variable;
      const Variable count = fresh();
      own(variable).aggregates.push_back({count, aggregate});
      counted = factor_of(factors_, variable);
      value = read(count);
    }
    for (const Factor& factor : factors_) {
      if (&factor == counted) continue;
      value = aggregate.distinct ? if_rows(factor, std::move(value))
                                 : call(Function::multiply, {std::move(value), read(factor.rows)});
    }
    return value;
  }

  static Expression has_rows(const Factor& factor) {
    return call(Function::greater, {read(factor.rows), zero()});
  }
  static Expression if_rows(const Factor& factor, Expression value) {
    return call(Function::if_, {has_rows(factor), std::move(value), zero()});
  }

  /// The groups of all factors beside each other. A factor without keys has one row, of no rows
  /// too: with keys elsewhere, there is no group then.
  Operator rows(bool has_keys) {
    std::vector<Expression> conditions;
    std::vector<Component> parts;
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      if (has_keys && groups_[i].keys.empty()) conditions.push_back(has_rows(factors_[i]));
      groups_[i].input = input_of(std::move(factors_[i]));
      parts.push_back({make_child({std::move(groups_[i])}), {}});
    }
    Child all = joined(std::move(parts));
    if (conditions.empty()) return std::move(*all);
    return {Filter{std::move(all), std::move(conditions)}};
  }

  static Child input_of(Factor factor) {
    Child input = joined(std::move(factor.components));
    if (factor.conditions.empty()) return input;
    return make_child({Filter{std::move(input), std::move(factor.conditions)}});
  }

  std::vector<Factor> factors_;
  std::vector<Group> groups_; ///< of the factors
  VariableTable& variables_;
};

} // namespace

void multiply_counts(Operator& tree, VariableTable& variables) {
  for_each_input(tree, [&](Operator& input) { multiply_counts(input, variables); });
  const auto* group = std::get_if<Group>(&tree.node);
  if (group == nullptr || !only_counts(*group)) return;
  std::vector<Factor> factors = factors_of(*group->input);
  if (factors.size() < 2) return;
  Product product(std::move(factors), variables);
  if (product.knows(*group)) tree = product.of(*group);
}

} // namespace tela::sparql::optimiser
