#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/variables.h"

#include <optional>
#include <vector>

namespace tela::sparql::optimiser {

/// EXISTS { pattern } as a join: rows that find a partner among the solutions of `pattern` for
/// which `conditions` hold on both together.
struct Decorrelated {
  algebra::Operator pattern;
  std::vector<algebra::Expression> conditions;
};

/// Whether EXISTS with `pattern`, evaluated by putting the values of a solution in the place of its
/// variables (section 18.6), finds a solution exactly when a join finds a partner. `outer`: the
/// variables that solutions may bind. Gives the join, or nothing when it is not the same.
[[nodiscard]] std::optional<Decorrelated> decorrelate(const algebra::Operator& pattern,
                                                      const VariableSet& outer);

} // namespace tela::sparql::optimiser
