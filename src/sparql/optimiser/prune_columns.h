#pragma once

#include "sparql/optimiser/plan.h"

#include <cstdint>

namespace tela::sparql::optimiser {

/// The tree with every operator giving only the columns that somebody above it reads (all of them
/// when `prune` is off), and its operators numbered from 0, a parent before its inputs.
/// `node_count` becomes the number of operators. The root keeps its columns.
[[nodiscard]] PlanRef prune_columns(const PlanNode& root, VariableTable& variables, bool prune,
                                    std::uint32_t& node_count);

} // namespace tela::sparql::optimiser
