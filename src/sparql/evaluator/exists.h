#pragma once

#include "sparql/evaluator/expression.h"

namespace tela::sparql::evaluator {

/// EXISTS and NOT EXISTS as section 18.6 defines them: the values of the row are put in the place
/// of the pattern's variables, and the pattern is asked for one solution. Answers are remembered by
/// those values.
[[nodiscard]] ExpressionPtr make_exists(const algebra::Expression& expression, const Layout& layout,
                                        const Surroundings& around);

} // namespace tela::sparql::evaluator
