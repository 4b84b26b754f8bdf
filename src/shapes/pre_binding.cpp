#include "shapes/pre_binding.h"

#include "base/error.h"
#include "sparql/optimiser/tree_walk.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace tela::shapes {

using namespace sparql::algebra;
using sparql::optimiser::make_child;

namespace {

template<class Visit>
void for_each_operator(Operator& tree, const Visit& visit);

// The pattern of an EXISTS anywhere in `expression` is shared: a copy takes its place.
template<class Visit>
void for_each_pattern(Expression& expression, const Visit& visit) {
  for (Expression& argument : expression.arguments) for_each_pattern(argument, visit);
  if (!expression.pattern) return;
  Operator copy = clone(*expression.pattern);
  for_each_operator(copy, visit);
  expression.pattern = std::make_shared<const Operator>(std::move(copy));
}

// Inputs first: what `visit` puts around an operator is not visited.
template<class Visit>
void for_each_operator(Operator& tree, const Visit& visit) {
  sparql::optimiser::for_each_expression(
      tree, [&](Expression& expression) { for_each_pattern(expression, visit); });
  sparql::optimiser::for_each_input(tree,
                                    [&](Operator& input) { for_each_operator(input, visit); });
  visit(tree);
}

// --- restrictions ---------------------------------------------------------------------------

class Restrictions {
 public:
  Restrictions(const std::set<std::string>& names, const std::string& holder)
      : names_(names), holder_(holder) {}

  void check(const Operator& tree) const {
    std::visit([&](const auto& node) { (*this)(node); }, tree.node);
  }

 private:
  void operator()(const Minus&) const { fail("holds MINUS"); }
  void operator()(const Service&) const { fail("holds SERVICE"); }
  void operator()(const Values&) const { fail("holds VALUES"); }
  void operator()(const Extend& node) const { check_assignment(node.variable); }
  void operator()(const Group& node) const {
    for (const Group::Key& key : node.keys)
      if (key.expression) check_assignment(key.variable);
  }
  void operator()(const Project& node) const {
    for (const std::string& name : names_) {
      if (name == "shapesGraph" || name == "currentShape") continue;
      if (std::ranges::find(node.variables, name, &Variable::name) == node.variables.end())
        fail("has a subquery that does not return ?" + name);
    }
  }
  template<class Other>
  void operator()(const Other&) const {}

  void check_assignment(const Variable& variable) const {
    if (names_.contains(variable.name)) fail("assigns to ?" + variable.name);
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw base::Error(base::Failure::input, holder_ + " " + why,
                      "appendix A of SHACL says what a query with pre-bound variables cannot do");
  }

  const std::set<std::string>& names_;
  const std::string& holder_;
};

// What a SELECT projects is not what a subquery returns: the operator below its Project.
Operator& below_projection(const Query& query) {
  Operator* tree = query.pattern.get();
  while (query.form == Query::Form::select) {
    const bool is_projection = std::holds_alternative<Project>(tree->node);
    std::visit(
        [&](auto& node) {
          if constexpr (requires { node.input; }) tree = node.input.get();
        },
        tree->node);
    if (is_projection) break;
  }
  return *tree;
}

// --- values insertion -----------------------------------------------------------------------

class Insertion {
 public:
  explicit Insertion(const Substitution& terms) : terms_(terms) {
    row_.rows.emplace_back();
    for (const auto& [name, term] : terms) {
      row_.variables.push_back({name});
      row_.rows.front().emplace_back(term);
    }
  }

  void apply(Operator& tree) const {
    if (auto* pattern = std::get_if<BasicGraphPattern>(&tree.node)) {
      apply(*pattern);
    } else if (auto* graph = std::get_if<Graph>(&tree.node);
               graph != nullptr && std::holds_alternative<Variable>(graph->name)) {
      apply(graph->name);
    } else {
      return;
    }
    tree = Operator{Join{make_child(std::move(tree)), make_child(Operator{Values(row_)})}};
  }

 private:
  // The terms may as well stand in the pattern: the row that it is joined with binds the variables.
  void apply(BasicGraphPattern& pattern) const {
    for (TriplePattern& triple : pattern.triples)
      for (Node* node : {&triple.subject, &triple.predicate, &triple.object}) apply(*node);
    for (PathPattern& path : pattern.paths) {
      apply(path.subject);
      apply(path.object);
    }
  }

  void apply(Node& node) const {
    const auto* variable = std::get_if<Variable>(&node);
    if (variable == nullptr) return;
    const auto found = terms_.find(variable->name);
    if (found != terms_.end()) node = rdf::Term(found->second);
  }

  const Substitution& terms_;
  Values row_;
};

} // namespace

void check_pre_binding(const Query& query, const std::set<std::string>& names,
                       const std::string& holder) {
  const Restrictions restrictions(names, holder);
  for_each_operator(below_projection(query), [&](Operator& tree) { restrictions.check(tree); });
}

Query pre_bound(const Query& query, const Substitution& terms) {
  Query result;
  result.form = query.form;
  result.dataset = query.dataset;
  result.pattern = make_child(clone(*query.pattern));
  result.projection = query.projection;
  result.base = query.base;
  const Insertion insertion(terms);
  for_each_operator(*result.pattern, [&](Operator& tree) { insertion.apply(tree); });
  return result;
}

} // namespace tela::shapes
