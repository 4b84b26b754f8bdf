#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/slots.h"
#include "sparql/optimiser/variables.h"

#include <optional>

namespace tela::sparql::optimiser {

/// The sides of `condition`, an equality or sameTerm, of which one depends on variables of `left`
/// alone and the other on variables of `right` alone; nothing for other conditions.
struct EqualitySides {
  algebra::Expression left, right;
};
[[nodiscard]] std::optional<EqualitySides> equality_between(const algebra::Expression& condition,
                                                            const VariableSet& left,
                                                            const VariableSet& right);

/// What to join `sides` by: equal values have equal keys. The keys of values that fail differ from
/// side to side, so that they find no partner.
struct EqualityKeys {
  algebra::Variable variable;
  algebra::Expression left, right;
};
[[nodiscard]] EqualityKeys keys_of(EqualitySides sides, VariableTable& variables);

/// FILTER(a = b) over patterns that share no variable, and OPTIONAL { … FILTER(a = b) }: both sides
/// get a key, by which they are joined. The condition stays, since keys of different values may be
/// the same. A pass over the algebra: the tree has the same solutions, and more variables.
void join_equalities(algebra::Operator& tree, VariableTable& variables);

} // namespace tela::sparql::optimiser
