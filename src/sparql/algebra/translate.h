#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/syntax/ast.h"

namespace tela::sparql::algebra {

/// Section 18.2: a parsed query as operators. What the standard leaves open:
/// - a predicate path of one link is a TriplePattern, a sequence is several with generated
///   variables between them, an inverse changes sides; what is left is a PathPattern;
/// - equal aggregates of one query level are computed once;
/// - HAVING may name what SELECT computes, which the standard leaves without a value.
/// Cost: linear.
[[nodiscard]] Query translate(const syntax::Query& query);

} // namespace tela::sparql::algebra
