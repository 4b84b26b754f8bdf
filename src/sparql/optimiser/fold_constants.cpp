#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool is_constant(const Expression& expression) {
  return expression.kind == Expression::Kind::constant;
}

bool foldable(const Expression& expression) {
  return expression.kind == Expression::Kind::call && !is_volatile(expression) &&
         expression.function != Function::now &&
         std::all_of(expression.arguments.begin(), expression.arguments.end(), is_constant);
}

void fold(Expression& expression, Statistics& statistics) {
  for (Expression& argument : expression.arguments) fold(argument, statistics);
  if (!foldable(expression)) return;
  auto value = statistics.value(expression);
  if (!value) return; // it fails, and will fail again when it is evaluated
  Expression constant;
  constant.constant = std::move(*value);
  expression = std::move(constant);
}

} // namespace

void fold_constants(Operator& tree, Statistics& statistics) {
  for_each_input(tree, [&](Operator& input) { fold_constants(input, statistics); });
  for_each_expression(tree, [&](Expression& expression) { fold(expression, statistics); });
}

} // namespace tela::sparql::optimiser
