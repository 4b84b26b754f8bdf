#pragma once

#include "sparql/algebra/algebra.h"

namespace tela::sparql::evaluator {

/// Throws Error(input) when a pattern or flags that `query` writes out for REGEX or REPLACE are
/// none: that is a fault of the query, where a pattern from the data that is none is an error of
/// its row (section 17.2). What stands in SERVICE is another engine's business.
void check_constant_patterns(const algebra::Operator& query);

} // namespace tela::sparql::evaluator
