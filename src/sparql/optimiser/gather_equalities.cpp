#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool is_call(const Expression& expression, Function function) {
  return expression.kind == Expression::Kind::call && expression.function == function;
}

/// Puts the parts of a chain of || side by side.
void flatten(std::vector<Expression>& parts, Expression expression) {
  if (!is_call(expression, Function::or_)) {
    parts.push_back(std::move(expression));
    return;
  }
  for (Expression& argument : expression.arguments) flatten(parts, std::move(argument));
}

/// Whether it is ?v = constant, ?v IN (constants), or the like; the variable then stands first.
bool is_choice(Expression& part) {
  const bool equality = is_call(part, Function::equal);
  if (!equality && !is_call(part, Function::in)) return false;
  auto& arguments = part.arguments;
  if (equality && arguments[0].kind == Expression::Kind::constant)
    std::swap(arguments[0], arguments[1]);
  return arguments[0].kind == Expression::Kind::variable &&
         std::all_of(arguments.begin() + 1, arguments.end(), [](const Expression& argument) {
           return argument.kind == Expression::Kind::constant;
         });
}

void gather(Expression& expression) {
  if (is_call(expression, Function::or_)) {
    std::vector<Expression> parts;
    flatten(parts, std::move(expression));
    expression = {};
    expression.kind = Expression::Kind::call;
    std::map<Variable, std::size_t> places; // of each variable's list among the arguments
    for (Expression& part : parts) {
      auto& arguments = expression.arguments;
      if (!is_choice(part)) {
        arguments.push_back(std::move(part));
        continue;
      }
      const auto [place, fresh] = places.try_emplace(part.arguments[0].variable, arguments.size());
      if (fresh) {
        arguments.push_back(std::move(part));
        continue;
      }
      Expression& list = arguments[place->second];
      list.function = Function::in;
      std::move(part.arguments.begin() + 1, part.arguments.end(),
                std::back_inserter(list.arguments));
    }
    if (expression.arguments.size() == 1) {
      Expression only = std::move(expression.arguments[0]);
      expression = std::move(only);
    }
  }
  for (Expression& argument : expression.arguments) gather(argument);
}

} // namespace

void gather_equalities(Operator& tree) {
  for_each_input(tree, [](Operator& input) { gather_equalities(input); });
  for_each_expression(tree, gather);
}

} // namespace tela::sparql::optimiser
