#pragma once

#include "sparql/optimiser/slots.h"

#include <cstddef>
#include <vector>

namespace tela::sparql::optimiser {

/// Which of the patterns, given by their variables, lie on cycles: what is left when ears are taken
/// off again and again (Graham, Yu and Özsoyoğlu). An ear shares all but its own variables with one
/// other pattern. Empty exactly when the join is acyclic. Cost: cubic in the number of patterns.
[[nodiscard]] std::vector<std::size_t> cyclic_core(const std::vector<SlotSet>& patterns);

} // namespace tela::sparql::optimiser
