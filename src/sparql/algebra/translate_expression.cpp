#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "sparql/algebra/translation.h"

#include <algorithm>
#include <utility>

namespace tela::sparql::algebra {

namespace {

Expression variable_expression(Variable variable) {
  Expression expression;
  expression.kind = Expression::Kind::variable;
  expression.variable = std::move(variable);
  return expression;
}

Aggregate to_aggregate(const syntax::Aggregate& source, GeneratedVariables& generated) {
  Aggregate aggregate;
  aggregate.kind = source.kind;
  aggregate.distinct = source.distinct;
  aggregate.separator = source.separator;
  for (const auto& argument : source.argument)
    aggregate.argument.push_back(translate_expression(argument, generated));
  return aggregate;
}

Aggregate sample(Variable variable) {
  Aggregate aggregate;
  aggregate.kind = Aggregate::Kind::sample;
  aggregate.argument.push_back(variable_expression(std::move(variable)));
  return aggregate;
}

Expression translate_variable(const syntax::Variable& variable, Aggregation* aggregation) {
  if (aggregation == nullptr || aggregation->is_key(variable.name))
    return variable_expression(to_variable(variable));
  return variable_expression(aggregation->result_of(sample(to_variable(variable))));
}

bool compares(Function function) {
  return function == Function::equal || function == Function::not_equal ||
         function == Function::in || function == Function::not_in;
}

bool is_language(const Expression& expression) {
  return expression.kind == Expression::Kind::call && expression.function == Function::lang;
}

/// Language tags have no case, and literals keep theirs in one spelling: a constant that LANG() is
/// compared with takes it too, so that LANG(?x) = "en-us" finds "en-US".
Expression with_canonical_tags(Expression call) {
  if (!compares(call.function) || std::ranges::none_of(call.arguments, is_language)) return call;
  for (Expression& argument : call.arguments)
    if (argument.kind == Expression::Kind::constant &&
        argument.constant.datatype == rdf::xsd::string)
      argument.constant.value = rdf::canonical_language(argument.constant.value);
  return call;
}

Expression translate_call(const syntax::Expression& source, GeneratedVariables& generated,
                          Aggregation* aggregation) {
  Expression call;
  call.kind = Expression::Kind::call;
  call.function = source.function;
  call.extension = source.extension;
  call.arguments.reserve(source.arguments.size());
  for (const auto& argument : source.arguments)
    call.arguments.push_back(translate_expression(argument, generated, aggregation));
  return with_canonical_tags(std::move(call));
}

} // namespace

Variable Aggregation::result_of(Aggregate aggregate) {
  const auto [entry, is_new] = results_.try_emplace(to_string(aggregate));
  if (is_new) {
    entry->second = generated_.next("aggregate");
    outputs_.push_back({entry->second, std::move(aggregate)});
  }
  return entry->second;
}

Expression translate_expression(const syntax::Expression& source, GeneratedVariables& generated,
                                Aggregation* aggregation) {
  Expression result;
  switch (source.kind) {
  case syntax::Expression::Kind::variable:
    return translate_variable(source.variable, aggregation);
  case syntax::Expression::Kind::call:
    return translate_call(source, generated, aggregation);
  case syntax::Expression::Kind::aggregate:
    // The grammar has aggregates only where there is an aggregation.
    // NOLINTNEXTLINE(*-core.CallAndMessage)
    return variable_expression(aggregation->result_of(to_aggregate(*source.aggregate, generated)));
  case syntax::Expression::Kind::constant:
    result.constant = source.constant;
    return result;
  case syntax::Expression::Kind::exists:
    result.kind = Expression::Kind::exists;
    break;
  case syntax::Expression::Kind::not_exists:
    result.kind = Expression::Kind::not_exists;
    break;
  }
  result.pattern = boxed(translate_group(*source.pattern, generated));
  return result;
}

} // namespace tela::sparql::algebra
