#include "sparql/algebra/translation.h"

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

Expression translate_call(const syntax::Expression& source, GeneratedVariables& generated,
                          Aggregation* aggregation) {
  Expression call;
  call.kind = Expression::Kind::call;
  call.function = source.function;
  call.extension = source.extension;
  call.arguments.reserve(source.arguments.size());
  for (const auto& argument : source.arguments)
    call.arguments.push_back(translate_expression(argument, generated, aggregation));
  return call;
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
