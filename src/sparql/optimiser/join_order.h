#pragma once

#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/join_methods.h"
#include "sparql/optimiser/plan.h"
#include "sparql/optimiser/statistics.h"

namespace tela::sparql::optimiser {

/// What the reader of a part of the plan would like best.
struct Goal {
  SlotSet order;   ///< rows that come sorted by one of these save it work
  double rows = 0; ///< it will read about this many rows; 0: all
};

/// The best ways to join a group. Exhaustive (dynamic programming over connected sets of patterns,
/// after Selinger) while that is quick, else greedy: always the neighbour that leaves the fewest
/// rows. Cost: bounded by a few thousand join candidates, quadratic in the patterns when greedy.
[[nodiscard]] Alternatives plan_joins(JoinGroup group, const Goal& goal, Statistics& statistics,
                                      const Choices& choices);

} // namespace tela::sparql::optimiser
