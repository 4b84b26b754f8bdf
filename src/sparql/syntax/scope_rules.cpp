#include "sparql/syntax/scope_rules.h"

#include "sparql/syntax/scope.h"

#include <string>

namespace tela::sparql::syntax {

namespace {

class ScopeRules {
 public:
  explicit ScopeRules(const QueryText& text) : text_(text) {}

  void check(const SubSelect& select) const {
    check(select.where);
    for (const auto& condition : select.modifier.group_by)
      check_without_aggregate(condition.expression);
    for (const auto& condition : select.modifier.having) check_aggregates(condition);
    for (const auto& condition : select.modifier.order_by) check_aggregates(condition.expression);
    if (select.values) check(*select.values);
    check_select_clause(select);
  }

  // One for each kind of pattern element.
  void operator()(const TriplesBlock&) const {}
  void operator()(const Optional& optional) const { check(*optional.group); }
  void operator()(const Minus& minus) const { check(*minus.group); }
  void operator()(const Alternatives& alternatives) const {
    for (const auto& group : alternatives.groups) check(group);
  }
  void operator()(const GraphPattern& graph) const { check(*graph.group); }
  void operator()(const Service& service) const { check(*service.group); }
  void operator()(const Filter& filter) const { check_without_aggregate(filter.condition); }
  void operator()(const Bind& bind) const { check_without_aggregate(bind.expression); }
  void operator()(const InlineData& data) const { check(data); }
  void operator()(const std::unique_ptr<SubSelect>& select) const { check(*select); }

 private:
  void check(const GroupGraphPattern& group) const {
    VariableList in_scope;
    for (const auto& element : group.elements) {
      const auto* bind = std::get_if<Bind>(&element);
      if (bind != nullptr && in_scope.contains(bind->variable))
        fail_variable(bind->variable, "is already used in this group",
                      "give the result of BIND a new name");
      std::visit(*this, element);
      add_in_scope(element, in_scope);
    }
  }

  void check(const InlineData& data) const {
    VariableList seen;
    for (const auto& variable : data.variables) {
      if (seen.contains(variable))
        fail_variable(variable, "stands twice in VALUES", "name it once");
      seen.add(variable);
    }
  }

  void check_without_aggregate(const Expression& expression) const {
    if (expression.kind == Expression::Kind::aggregate)
      text_.fail(expression.offset, "aggregates stand in SELECT, HAVING and ORDER BY only",
                 "compute it in a sub-SELECT, or filter groups with HAVING");
    if (expression.pattern) check(*expression.pattern);
    for (const auto& argument : expression.arguments) check_without_aggregate(argument);
  }

  /// Note 16: no aggregate in an aggregate.
  void check_aggregates(const Expression& expression) const {
    if (expression.kind == Expression::Kind::aggregate) {
      for (const auto& argument : expression.aggregate->argument) {
        if (has_aggregate(argument))
          text_.fail(argument.offset, "an aggregate cannot stand in another one",
                     "compute the inner one in a sub-SELECT");
        check_without_aggregate(argument);
      }
      return;
    }
    if (expression.pattern) check(*expression.pattern);
    for (const auto& argument : expression.arguments) check_aggregates(argument);
  }

  void check_select_clause(const SubSelect& select) const {
    const bool grouped = is_grouped(select);
    if (select.select.all && grouped)
      text_.fail(select.select.offset, "SELECT * and grouping do not go together",
                 "name the variables of GROUP BY and the aggregates instead of *");
    VariableList in_scope;
    add_in_scope(select.where, in_scope);
    if (select.values) add_in_scope(*select.values, in_scope);
    VariableList of_group = group_keys(select, in_scope);
    VariableList selected;
    for (const auto& item : select.select.items) {
      if (item.expression) {
        check_aggregates(*item.expression);
        if (in_scope.contains(item.variable) || selected.contains(item.variable) ||
            of_group.contains(item.variable))
          fail_variable(item.variable, "already has a value here",
                        "give the expression a new name");
        if (grouped) check_grouped(*item.expression, of_group);
      } else if (grouped && !of_group.contains(item.variable)) {
        fail_ungrouped(item.variable);
      }
      selected.add(item.variable);
      if (item.expression) of_group.add(item.variable); // later expressions may use it
    }
  }

  /// The variables that have one value in a group.
  VariableList group_keys(const SubSelect& select, const VariableList& in_scope) const {
    VariableList keys;
    for (const auto& condition : select.modifier.group_by) {
      if (condition.variable) {
        if (in_scope.contains(*condition.variable) || keys.contains(*condition.variable))
          fail_variable(*condition.variable, "already has a value here",
                        "give the expression a new name");
        keys.add(*condition.variable);
      } else if (condition.expression.kind == Expression::Kind::variable) {
        keys.add(condition.expression.variable);
      }
    }
    return keys;
  }

  void check_grouped(const Expression& expression, const VariableList& of_group) const {
    if (expression.kind == Expression::Kind::variable && !of_group.contains(expression.variable))
      fail_ungrouped(expression.variable);
    for (const auto& argument : expression.arguments) check_grouped(argument, of_group);
  }

  [[noreturn]] void fail_ungrouped(const Variable& variable) const {
    fail_variable(variable, "has many values in a group",
                  "add it to GROUP BY, or take one value with SAMPLE(?" + variable.name + ")");
  }

  [[noreturn]] void fail_variable(const Variable& variable, const std::string& problem,
                                  const std::string& advice) const {
    text_.fail(variable.offset, "?" + variable.name + " " + problem, advice);
  }

  const QueryText& text_;
};

} // namespace

void check_scopes(const Query& query, const QueryText& text) {
  ScopeRules(text).check(query.body);
}

} // namespace tela::sparql::syntax
