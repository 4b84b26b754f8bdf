#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/plan.h"
#include "sparql/optimiser/statistics.h"

namespace tela::sparql::optimiser {

/// A way to run `query`: the algebra is rewritten by the passes that are on, then each operator
/// gets its physical form, the cheapest by the estimates. `query` must outlive the plan: filters
/// keep pointing to its patterns.
[[nodiscard]] Plan make_plan(const algebra::Query& query, Statistics& statistics,
                             const Choices& choices);

} // namespace tela::sparql::optimiser
