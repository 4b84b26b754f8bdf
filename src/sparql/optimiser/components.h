#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/variables.h"

#include <vector>

namespace tela::sparql::optimiser {

/// Patterns that are linked by variables, and what they may bind.
struct Component {
  algebra::Child tree;
  VariableSet variables;
};

/// The parts of joined patterns, put together as far as they share variables: components share
/// none. SERVICE ?v stays beside the patterns that say where to ask.
[[nodiscard]] std::vector<Component> components_of(algebra::Operator tree);

/// The join of all. REQUIRES: there is one at least.
[[nodiscard]] algebra::Child joined(std::vector<Component> components);

} // namespace tela::sparql::optimiser
