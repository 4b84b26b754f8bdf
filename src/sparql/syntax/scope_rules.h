#pragma once

#include "sparql/syntax/ast.h"
#include "sparql/syntax/query_text.h"

namespace tela::sparql::syntax {

/// The rules that the grammar's productions cannot express (section 19.8, notes 12 to 16, and
/// section 11): variables that BIND and AS may name, what a grouped query may select, where
/// aggregates may stand. Throws Error(input) that points at the first breach. Also walks
/// sub-selects and patterns in EXISTS. Cost: the size of the query times its depth.
void check_scopes(const Query& query, const QueryText& text);

} // namespace tela::sparql::syntax
