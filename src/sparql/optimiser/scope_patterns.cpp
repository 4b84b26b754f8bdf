#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

void wrap(Expression& expression, const rdf::Term& graph) {
  for (Expression& argument : expression.arguments) wrap(argument, graph);
  if (!expression.pattern) return;
  Graph scoped{graph, make_child(clone(*expression.pattern))};
  expression.pattern = std::make_shared<const Operator>(Operator{std::move(scoped)});
}

void scope(Operator& tree, const rdf::Term* graph) {
  if (const auto* node = std::get_if<Graph>(&tree.node))
    graph = std::get_if<rdf::Term>(&node->name);
  if (graph != nullptr)
    for_each_expression(tree, [graph](Expression& expression) { wrap(expression, *graph); });
  for_each_input(tree, [graph](Operator& input) { scope(input, graph); });
}

} // namespace

void scope_patterns(Operator& tree) {
  scope(tree, nullptr);
}

} // namespace tela::sparql::optimiser
