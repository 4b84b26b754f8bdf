#include "sparql/evaluator/constant_patterns.h"

#include "rdf/namespaces.h"
#include "sparql/optimiser/tree_walk.h"
#include "xsd/regex.h"

#include <optional>

namespace tela::sparql::evaluator {

using algebra::Expression;
using algebra::Function;

namespace {

/// The text of argument `i`, if it is written out; "" if it is left out.
std::optional<std::string> constant_text(const Expression& call, std::size_t i) {
  if (i >= call.arguments.size()) return "";
  const Expression& argument = call.arguments[i];
  if (argument.kind != Expression::Kind::constant || argument.constant.datatype != rdf::xsd::string)
    return std::nullopt;
  return argument.constant.value;
}

void check(const Expression& expression) {
  for (const Expression& argument : expression.arguments) check(argument);
  if (expression.pattern) check_constant_patterns(*expression.pattern);
  if (expression.kind != Expression::Kind::call) return;
  if (expression.function != Function::regex && expression.function != Function::replace) return;
  const std::size_t flags_at = expression.function == Function::regex ? 2 : 3;
  const auto pattern = constant_text(expression, 1);
  const auto flags = constant_text(expression, flags_at);
  if (pattern && flags) static_cast<void>(xsd::Regex::compile(*pattern, *flags));
}

} // namespace

void check_constant_patterns(const algebra::Operator& query) {
  if (std::holds_alternative<algebra::Service>(query.node)) return;
  optimiser::for_each_expression(query, check);
  optimiser::for_each_input(query, check_constant_patterns);
}

} // namespace tela::sparql::evaluator
