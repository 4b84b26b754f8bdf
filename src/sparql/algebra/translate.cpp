#include "sparql/algebra/translate.h"

#include "sparql/algebra/translation.h"
#include "sparql/syntax/scope.h"

#include <utility>

namespace tela::sparql::algebra {

namespace {

Query::Form form_of(syntax::Query::Form form) {
  switch (form) {
  case syntax::Query::Form::select:
    return Query::Form::select;
  case syntax::Query::Form::construct:
    return Query::Form::construct;
  case syntax::Query::Form::describe:
    return Query::Form::describe;
  case syntax::Query::Form::ask:
    break;
  }
  return Query::Form::ask;
}

std::vector<TriplePattern> to_template(const std::vector<syntax::Triple>& triples) {
  GeneratedVariables unused; // a template has no paths
  BasicGraphPattern pattern;
  for (const auto& triple : triples) add_triple(triple, unused, pattern);
  return std::move(pattern.triples);
}

std::vector<Node> described(const syntax::Query& query) {
  std::vector<Node> nodes;
  for (const auto& node : query.describe) nodes.push_back(to_node(node));
  if (!query.describe_all) return nodes;
  syntax::VariableList in_scope;
  syntax::add_in_scope(query.body.where, in_scope);
  for (const auto& variable : in_scope.variables()) nodes.emplace_back(to_variable(variable));
  return nodes;
}

} // namespace

Query translate(const syntax::Query& source) {
  Query query;
  query.form = form_of(source.form);
  query.dataset = {source.from, source.from_named};
  query.prefixes = source.prefixes;
  query.base = source.base;
  query.construct = to_template(source.construct);
  query.describe = described(source);
  GeneratedVariables generated;
  const bool is_select = query.form == Query::Form::select;
  if (is_select)
    for (const auto& variable : syntax::projected_variables(source.body))
      query.projection.push_back(to_variable(variable));
  const auto projection = is_select ? Projection::selected : Projection::all;
  query.pattern = boxed(translate_select(source.body, projection, generated));
  return query;
}

} // namespace tela::sparql::algebra
