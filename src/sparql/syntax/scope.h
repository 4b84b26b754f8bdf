#pragma once

#include "sparql/syntax/ast.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tela::sparql::syntax {

/// Variables in the order in which they were first seen. Blank nodes are left out.
class VariableList {
 public:
  void add(const Variable& variable);
  void add(const Node& node);
  [[nodiscard]] bool contains(const Variable& variable) const {
    return names_.contains(variable.name);
  }
  [[nodiscard]] const std::vector<Variable>& variables() const noexcept { return variables_; }

 private:
  std::unordered_set<std::string> names_;
  std::vector<Variable> variables_;
};

/// Adds the variables that are in scope (section 18.2.1) in a pattern: those that its solutions may
/// bind. Cost: the size of the pattern; what stands in FILTER and MINUS is not looked at.
void add_in_scope(const GroupGraphPattern& group, VariableList& list);
void add_in_scope(const PatternElement& element, VariableList& list);
void add_in_scope(const std::vector<Triple>& triples, VariableList& list);

/// The variables that a sub-select or query body projects; of SELECT * those in scope.
[[nodiscard]] std::vector<Variable> projected_variables(const SubSelect& select);

/// Whether an expression has an aggregate, outside of EXISTS.
[[nodiscard]] bool has_aggregate(const Expression& expression);
/// Whether a query body groups its solutions: GROUP BY, HAVING or an aggregate somewhere.
[[nodiscard]] bool is_grouped(const SubSelect& select);

} // namespace tela::sparql::syntax
