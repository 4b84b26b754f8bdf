#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/words.h"

#include <map>

namespace tela::sparql::evaluator {

using Bindings = std::map<algebra::Variable, rdf::Id>;

/// substitute(pattern, μ) of section 18.6: a copy of `pattern` with the terms of `bindings` in the
/// place of their variables, in triple patterns, graph names and expressions. Variables that a
/// subquery hides are others of the same name and stay.
[[nodiscard]] algebra::Operator substitute(const algebra::Operator& pattern,
                                           const Bindings& bindings, const Words& words);

} // namespace tela::sparql::evaluator
