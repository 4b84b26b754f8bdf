#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"

#include <utility>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

void split(std::vector<Expression>& parts, Expression condition) {
  if (condition.kind == Expression::Kind::call && condition.function == Function::and_) {
    for (Expression& argument : condition.arguments) split(parts, std::move(argument));
    return;
  }
  parts.push_back(std::move(condition));
}

/// A filter keeps a row exactly when every part is true, so && may be taken apart here (and
/// nowhere else: its error rules differ from those of a filter).
void split_all(std::vector<Expression>& conditions) {
  std::vector<Expression> parts;
  for (Expression& condition : conditions) split(parts, std::move(condition));
  conditions = std::move(parts);
}

void merge_nested(Operator& tree) {
  auto* outer = std::get_if<Filter>(&tree.node);
  if (outer == nullptr) return;
  if (auto* inner = std::get_if<Filter>(&outer->input->node)) {
    for (Expression& condition : inner->conditions)
      outer->conditions.push_back(std::move(condition));
    Child input = std::move(inner->input);
    outer->input = std::move(input);
  }
  if (outer->conditions.empty()) {
    Child input = std::move(outer->input);
    tree = std::move(*input);
  }
}

} // namespace

void normalise(Operator& tree) {
  for_each_input(tree, [](Operator& input) { normalise(input); });
  if (auto* filter = std::get_if<Filter>(&tree.node)) split_all(filter->conditions);
  if (auto* join = std::get_if<LeftJoin>(&tree.node)) split_all(join->conditions);
  merge_nested(tree);
}

} // namespace tela::sparql::optimiser
