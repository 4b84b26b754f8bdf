#include "sparql/optimiser/equality_joins.h"

#include "rdf/namespaces.h"
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

/// Patterns that are linked by variables, and what they may bind.
struct Component {
  Child tree;
  VariableSet variables;
};

Child joined(Child left, Child right) {
  auto* a = std::get_if<BasicGraphPattern>(&left->node);
  auto* b = std::get_if<BasicGraphPattern>(&right->node);
  if (a == nullptr || b == nullptr) return make_child({Join{std::move(left), std::move(right)}});
  std::move(b->triples.begin(), b->triples.end(), std::back_inserter(a->triples));
  std::move(b->paths.begin(), b->paths.end(), std::back_inserter(a->paths));
  return left;
}

/// The parts of a join, put together as far as they share variables.
class Components {
 public:
  void add(Operator tree) {
    if (auto* pattern = std::get_if<BasicGraphPattern>(&tree.node)) {
      for (TriplePattern& triple : pattern->triples) link({BasicGraphPattern{{triple}, {}}});
      for (PathPattern& path : pattern->paths) link({BasicGraphPattern{{}, {path}}});
    } else if (auto* join = std::get_if<Join>(&tree.node);
               join != nullptr && !asks_elsewhere(*join)) {
      Join parts = std::move(*join);
      add(std::move(*parts.left));
      add(std::move(*parts.right));
    } else {
      link(std::move(tree));
    }
  }

  /// Joins two components by a condition that links them; says whether it did.
  bool join_by(const Expression& condition, VariableTable& variables) {
    if (!is_equality(condition)) return false;
    for (std::size_t i = 0; i < all_.size(); ++i)
      for (std::size_t j = 0; j < all_.size(); ++j) {
        if (i == j) continue;
        auto sides = sides_in(condition, i, j);
        if (!sides) continue;
        merge(i, j, keys_of(std::move(*sides), variables), condition);
        return true;
      }
    return false;
  }

  Child take() {
    Child all = std::move(all_.front().tree);
    for (std::size_t i = 1; i < all_.size(); ++i)
      all = joined(std::move(all), std::move(all_[i].tree));
    return all;
  }

 private:
  /// The left side says where SERVICE is to ask: it stays beside it.
  static bool asks_elsewhere(const Join& join) {
    const auto* service = std::get_if<Service>(&join.right->node);
    return service != nullptr && std::holds_alternative<Variable>(service->endpoint);
  }

  void link(Operator tree) {
    Component grown{nullptr, possible_variables(tree)};
    std::vector<Component> rest;
    Child part = make_child(std::move(tree));
    for (Component& other : all_) {
      if (intersection(other.variables, grown.variables).empty()) {
        rest.push_back(std::move(other));
        continue;
      }
      grown.variables.insert(other.variables.begin(), other.variables.end());
      part = joined(std::move(other.tree), std::move(part));
    }
    grown.tree = std::move(part);
    rest.push_back(std::move(grown));
    all_ = std::move(rest);
  }

  /// The condition's sides, if they lie in these two components and in no other.
  std::optional<EqualitySides> sides_in(const Expression& condition, std::size_t left,
                                        std::size_t right) const {
    VariableSet others;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (i != left && i != right)
        others.insert(all_[i].variables.begin(), all_[i].variables.end());
    if (!intersection(variables_of(condition), others).empty()) return std::nullopt;
    return equality_between(condition, all_[left].variables, all_[right].variables);
  }

  void merge(std::size_t left, std::size_t right, EqualityKeys keys, const Expression& condition) {
    Component& one = all_[left];
    Component& other = all_[right];
    extend(one.tree, keys.variable, std::move(keys.left));
    extend(other.tree, keys.variable, std::move(keys.right));
    Filter filter{make_child({Join{std::move(one.tree), std::move(other.tree)}}), {condition}};
    one.tree = make_child({std::move(filter)});
    one.variables.insert(other.variables.begin(), other.variables.end());
    all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(right));
  }

  std::vector<Component> all_;
};

void join_parts(Operator& tree, Filter& filter, VariableTable& variables) {
  const bool is_join = std::holds_alternative<BasicGraphPattern>(filter.input->node) ||
                       std::holds_alternative<Join>(filter.input->node);
  if (!is_join || std::ranges::none_of(filter.conditions, is_equality)) return;
  Components components;
  components.add(clone(*filter.input));
  std::vector<Expression> rest;
  for (const Expression& condition : filter.conditions)
    if (!components.join_by(condition, variables)) rest.push_back(condition);
  if (rest.size() == filter.conditions.size()) return;
  Child input = components.take();
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
