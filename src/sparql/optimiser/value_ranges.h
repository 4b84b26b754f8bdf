#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/plan.h"
#include "sparql/optimiser/statistics.h"

#include <optional>
#include <utility>
#include <vector>

namespace tela::sparql::optimiser {

/// Ids that a variable may have, ascending and disjoint.
struct VariableRange {
  algebra::Variable variable;
  std::vector<IdRange> ranges;
};

/// What a condition "?v op constant", "constant op ?v" or "?v IN (constants)" allows ?v to be:
/// every id for which the condition holds lies within, some others may. Nothing for any other
/// condition, or when the ranges would hold almost everything.
[[nodiscard]] std::optional<VariableRange> value_range(const algebra::Expression& condition,
                                                       Statistics& statistics);

[[nodiscard]] std::vector<IdRange> intersection(const std::vector<IdRange>& a,
                                                const std::vector<IdRange>& b);
[[nodiscard]] std::vector<IdRange> sorted_union(std::vector<IdRange> ranges);

} // namespace tela::sparql::optimiser
