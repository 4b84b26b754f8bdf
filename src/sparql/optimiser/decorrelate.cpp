#include "sparql/optimiser/decorrelate.h"

#include "sparql/optimiser/tree_walk.h"

#include <algorithm>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool matches_zero_steps(const Path& path) {
  const auto all = [](const Path& part) { return matches_zero_steps(part); };
  switch (path.kind) {
  case Path::Kind::zero_or_more:
  case Path::Kind::zero_or_one:
    return true;
  case Path::Kind::predicate:
  case Path::Kind::negated:
    return false;
  case Path::Kind::alternative:
    return std::any_of(path.parts.begin(), path.parts.end(), all);
  default:
    return std::all_of(path.parts.begin(), path.parts.end(), all);
  }
}

class Checker {
 public:
  explicit Checker(const VariableSet& outer) : outer_(outer) {}

  bool same(const Operator& tree) const {
    const VariableSet names = mentioned_variables(tree);
    if (!meets(names)) return true;
    if (const auto* group = std::get_if<Group>(&tree.node)) return same_group(*group, names);
    return std::visit([this](const auto& node) { return same_node(node); }, tree.node);
  }

  /// Whether every outer variable of a condition is bound by `input` itself.
  bool decided(const std::vector<Expression>& conditions, const VariableSet& bound) const {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Expression& condition) {
      return is_subset(intersection(variables_of(condition), outer_), bound);
    });
  }

 private:
  bool meets(const VariableSet& names) const { return !intersection(names, outer_).empty(); }

  bool same_node(const BasicGraphPattern& node) const {
    // A value that is no node of the graph still matches itself in zero steps.
    return std::none_of(node.paths.begin(), node.paths.end(), [](const PathPattern& path) {
      return matches_zero_steps(path.path) && std::holds_alternative<Variable>(path.subject) &&
             std::holds_alternative<Variable>(path.object);
    });
  }
  bool same_node(const Join& node) const { return same(*node.left) && same(*node.right); }
  bool same_node(const Union& node) const { return same(*node.left) && same(*node.right); }
  bool same_node(const LeftJoin& node) const {
    const VariableSet left = certain_variables(*node.left);
    const VariableSet right = intersection(mentioned_variables(*node.right), outer_);
    return same(*node.left) && is_subset(right, left) && same(*node.right) &&
           decided(node.conditions, left);
  }
  bool same_node(const Minus& node) const {
    return same(*node.left) && !meets(mentioned_variables(*node.right));
  }
  bool same_node(const Filter& node) const {
    return same(*node.input) && decided(node.conditions, certain_variables(*node.input));
  }
  bool same_node(const Extend& node) const {
    return same(*node.input) && !outer_.contains(node.variable) &&
           decided({node.expression}, certain_variables(*node.input));
  }
  bool same_node(const Graph& node) const { return same(*node.input); }
  bool same_node(const Values&) const { return true; }
  bool same_node(const Project& node) const {
    const VariableSet kept(node.variables.begin(), node.variables.end());
    return same(*node.input) &&
           is_subset(intersection(mentioned_variables(*node.input), outer_), kept);
  }
  /// A group whose key is given is the group of the rows that have it.
  bool same_group(const Group& node, const VariableSet& names) const {
    VariableSet keys;
    for (const auto& key : node.keys)
      if (!key.expression) keys.insert(key.variable);
    keys = intersection(keys, certain_variables(*node.input));
    return same(*node.input) && is_subset(intersection(names, outer_), keys);
  }
  bool same_node(const Distinct& node) const { return same(*node.input); }
  bool same_node(const Reduced& node) const { return same(*node.input); }
  bool same_node(const auto&) const { return false; }

  const VariableSet& outer_;
};

/// Conditions may look at both sides of the join; those that hold EXISTS only at what the pattern
/// binds.
std::optional<Decorrelated> filtered(const Filter& filter, const Checker& checker) {
  Decorrelated join{clone(*filter.input), {}};
  std::vector<Expression> own;
  for (const Expression& condition : filter.conditions)
    (has_pattern(condition) ? own : join.conditions).push_back(condition);
  if (own.empty()) return join;
  if (!checker.decided(own, certain_variables(*filter.input))) return std::nullopt;
  join.pattern = {Filter{make_child(std::move(join.pattern)), std::move(own)}};
  return join;
}

} // namespace

std::optional<Decorrelated> decorrelate(const Operator& pattern, const VariableSet& outer) {
  const Checker checker(outer);
  const auto* filter = std::get_if<Filter>(&pattern.node);
  if (filter != nullptr && checker.same(*filter->input)) return filtered(*filter, checker);
  if (checker.same(pattern)) return Decorrelated{clone(pattern), {}};
  return std::nullopt;
}

} // namespace tela::sparql::optimiser
