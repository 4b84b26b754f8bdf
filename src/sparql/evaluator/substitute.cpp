#include "sparql/evaluator/substitute.h"

#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using namespace algebra;

namespace {

class Substitution {
 public:
  Substitution(Bindings bindings, const Words& words)
      : bindings_(std::move(bindings)), words_(words) {}

  void apply(Operator& tree) const {
    if (auto* pattern = std::get_if<BasicGraphPattern>(&tree.node)) apply(*pattern);
    if (auto* graph = std::get_if<Graph>(&tree.node)) apply(graph->name);
    if (std::holds_alternative<Service>(tree.node)) return apply_to_service(tree);
    if (auto* project = std::get_if<Project>(&tree.node)) {
      visible(*project).apply(*project->input);
      return;
    }
    optimiser::for_each_expression(tree, [this](Expression& expression) { apply(expression); });
    optimiser::for_each_input(tree, [this](Operator& input) { apply(input); });
  }

 private:
  [[nodiscard]] Substitution visible(const Project& project) const {
    Bindings kept;
    for (const Variable& variable : project.variables)
      if (const auto bound = bindings_.find(variable); bound != bindings_.end())
        kept.insert(*bound);
    return {std::move(kept), words_};
  }

  // The text of SERVICE goes out as it was written: its solutions are joined with the terms here.
  void apply_to_service(Operator& tree) const {
    auto& service = std::get<Service>(tree.node);
    apply(service.endpoint);
    Values values;
    values.rows.emplace_back();
    for (const Variable& variable : optimiser::possible_variables(*service.input))
      if (auto term = term_of(variable)) {
        values.variables.push_back(variable);
        values.rows.front().emplace_back(std::move(*term));
      }
    if (values.variables.empty()) return;
    auto row = std::make_unique<Operator>(Operator{std::move(values)});
    auto asked = std::make_unique<Operator>(std::move(tree));
    tree = Operator{Join{std::move(asked), std::move(row)}};
  }

  [[nodiscard]] std::optional<rdf::Term> term_of(const Variable& variable) const {
    const auto bound = bindings_.find(variable);
    if (bound == bindings_.end()) return std::nullopt;
    rdf::Term storage;
    return rdf::to_term(words_.term(bound->second, storage));
  }

  void apply(Node& node) const {
    const auto* variable = std::get_if<Variable>(&node);
    if (variable == nullptr) return;
    if (auto term = term_of(*variable)) node = std::move(*term);
  }

  void apply(BasicGraphPattern& pattern) const {
    for (TriplePattern& triple : pattern.triples)
      for (Node* node : {&triple.subject, &triple.predicate, &triple.object}) apply(*node);
    for (PathPattern& path : pattern.paths) {
      apply(path.subject);
      apply(path.object);
    }
  }

  void apply(Expression& expression) const {
    if (expression.kind == Expression::Kind::variable) {
      if (auto term = term_of(expression.variable)) {
        expression = Expression{};
        expression.constant = std::move(*term);
      }
      return;
    }
    for (Expression& argument : expression.arguments) apply(argument);
    if (expression.pattern) {
      Operator copy = clone(*expression.pattern);
      apply(copy);
      expression.pattern = std::make_shared<const Operator>(std::move(copy));
    }
  }

  Bindings bindings_;
  const Words& words_;
};

} // namespace

Operator substitute(const Operator& pattern, const Bindings& bindings, const Words& words) {
  Operator copy = clone(pattern);
  Substitution(bindings, words).apply(copy);
  return copy;
}

} // namespace tela::sparql::evaluator
