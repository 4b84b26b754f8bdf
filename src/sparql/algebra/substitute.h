#pragma once

#include "sparql/algebra/algebra.h"

#include <map>
#include <string>

namespace tela::sparql::algebra {

/// Variables, without '?', and the terms that stand for them.
using Substitution = std::map<std::string, rdf::Term, std::less<>>;

/// Puts terms in the place of variables everywhere in `query`: patterns, paths, expressions,
/// templates. A substituted variable is no longer projected. This is how parameters of a query are
/// bound: as terms, whatever their text holds. Throws Error(input) when the query assigns to such a
/// variable itself (AS, VALUES). Cost: linear.
void substitute(Query& query, const Substitution& terms);

} // namespace tela::sparql::algebra
