#pragma once

#include "sparql/algebra/substitute.h"

#include <set>
#include <string>

namespace tela::shapes {

/// Throws Error(input), naming what `holder` ("the query of <…>") does wrong, when `query` is
/// outside what appendix A of SHACL lets a processor run with values put in the place of the
/// variables `names` (without '?'): MINUS, SERVICE and VALUES, an assignment to one of them, a
/// subquery that does not return all of them but shapesGraph and currentShape.
void check_pre_binding(const sparql::algebra::Query& query, const std::set<std::string>& names,
                       const std::string& holder);

/// The query of appendix A with the variables of `terms` pre-bound: each basic graph pattern, path
/// and GRAPH is joined with their one row. Unlike substitute(), the variables stay: they can be
/// projected, grouped by, and are bound wherever a pattern is, an empty one too. Cost: linear.
[[nodiscard]] sparql::algebra::Query pre_bound(const sparql::algebra::Query& query,
                                               const sparql::algebra::Substitution& terms);

} // namespace tela::shapes
