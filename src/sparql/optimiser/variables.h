#pragma once

#include "sparql/algebra/algebra.h"

#include <optional>
#include <set>
#include <vector>

namespace tela::sparql::optimiser {

using VariableSet = std::set<algebra::Variable>;

/// Variables that a solution of `tree` may bind: in scope (section 18.2.1).
[[nodiscard]] VariableSet possible_variables(const algebra::Operator& tree);
/// Variables that every solution of `tree` binds. May miss some, never says one too many.
[[nodiscard]] VariableSet certain_variables(const algebra::Operator& tree);
/// Every variable that stands anywhere in `tree`, hidden ones and those of filters included.
[[nodiscard]] VariableSet mentioned_variables(const algebra::Operator& tree);
/// The variables that the result of `query` needs, in the order of its columns, each once: those of
/// SELECT, of CONSTRUCT's template, of DESCRIBE's list; none for ASK.
[[nodiscard]] std::vector<algebra::Variable> result_variables(const algebra::Query& query);
/// Variables whose values the result of an expression may depend on: those of patterns of EXISTS
/// included.
[[nodiscard]] VariableSet variables_of(const algebra::Expression& expression);

/// Whether two evaluations over the same solution may differ: RAND, UUID, STRUUID, BNODE.
[[nodiscard]] bool is_volatile(const algebra::Expression& expression);
/// Whether EXISTS stands anywhere in it.
[[nodiscard]] bool has_pattern(const algebra::Expression& expression);
/// Whether the value is true or false, not an error, only if every variable it names is bound:
/// false for BOUND, COALESCE, IF, ||, &&, IN and EXISTS.
[[nodiscard]] bool needs_all_bound(const algebra::Expression& expression);

/// The variable of !BOUND(?v).
[[nodiscard]] std::optional<algebra::Variable>
wanted_unbound(const algebra::Expression& expression);

[[nodiscard]] bool is_subset(const VariableSet& part, const VariableSet& whole);
[[nodiscard]] VariableSet intersection(const VariableSet& a, const VariableSet& b);

} // namespace tela::sparql::optimiser
