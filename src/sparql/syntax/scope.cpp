#include "sparql/syntax/scope.h"

#include <algorithm>

namespace tela::sparql::syntax {

namespace {

/// Adds the variables of each kind of pattern element.
struct InScope {
  VariableList& list;

  void operator()(const TriplesBlock& block) const { add_in_scope(block.triples, list); }
  void operator()(const Optional& optional) const { add_in_scope(*optional.group, list); }
  void operator()(const Minus&) const {}
  void operator()(const Alternatives& alternatives) const {
    for (const auto& group : alternatives.groups) add_in_scope(group, list);
  }
  void operator()(const GraphPattern& graph) const {
    list.add(graph.name);
    add_in_scope(*graph.group, list);
  }
  void operator()(const Service& service) const {
    list.add(service.endpoint);
    add_in_scope(*service.group, list);
  }
  void operator()(const Filter&) const {}
  void operator()(const Bind& bind) const { list.add(bind.variable); }
  void operator()(const InlineData& data) const {
    for (const auto& variable : data.variables) list.add(variable);
  }
  void operator()(const std::unique_ptr<SubSelect>& select) const {
    for (const auto& variable : projected_variables(*select)) list.add(variable);
  }
};

} // namespace

void VariableList::add(const Variable& variable) {
  if (!variable.is_blank_node() && names_.insert(variable.name).second)
    variables_.push_back(variable);
}

void VariableList::add(const Node& node) {
  if (const auto* variable = std::get_if<Variable>(&node)) add(*variable);
}

void add_in_scope(const std::vector<Triple>& triples, VariableList& list) {
  for (const auto& triple : triples) {
    list.add(triple.subject);
    if (const auto* variable = std::get_if<Variable>(&triple.predicate)) list.add(*variable);
    list.add(triple.object);
  }
}

void add_in_scope(const PatternElement& element, VariableList& list) {
  std::visit(InScope{list}, element);
}

void add_in_scope(const GroupGraphPattern& group, VariableList& list) {
  for (const auto& element : group.elements) add_in_scope(element, list);
}

std::vector<Variable> projected_variables(const SubSelect& select) {
  VariableList list;
  if (select.select.all) {
    add_in_scope(select.where, list);
    if (select.values) add_in_scope(*select.values, list);
  }
  for (const auto& item : select.select.items) list.add(item.variable);
  return list.variables();
}

bool has_aggregate(const Expression& expression) {
  return expression.kind == Expression::Kind::aggregate ||
         std::any_of(expression.arguments.begin(), expression.arguments.end(), has_aggregate);
}

bool is_grouped(const SubSelect& select) {
  const auto& modifier = select.modifier;
  if (!modifier.group_by.empty() || !modifier.having.empty()) return true;
  const auto selects = [](const auto& item) {
    return item.expression && has_aggregate(*item.expression);
  };
  const auto orders = [](const auto& condition) { return has_aggregate(condition.expression); };
  return std::any_of(select.select.items.begin(), select.select.items.end(), selects) ||
         std::any_of(modifier.order_by.begin(), modifier.order_by.end(), orders);
}

} // namespace tela::sparql::syntax
