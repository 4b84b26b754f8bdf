#pragma once

#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/plan.h"

#include <cstdint>

namespace tela::sparql::optimiser {

/// The last pass over a plan: a copy in which
/// - every operator gives only the columns that somebody above it reads (prune-columns);
/// - where duplicates make no difference, below DISTINCT and to the right of EXISTS, a join that
///   adds no column only asks whether there is a partner, and an OPTIONAL that adds none is left
///   out (drop-duplicates);
/// - operators are numbered from 0, a parent before its inputs.
/// `node_count` becomes the number of operators. The root keeps its columns.
[[nodiscard]] PlanRef prune_columns(const PlanNode& root, VariableTable& variables,
                                    const Choices& choices, std::uint32_t& node_count);

} // namespace tela::sparql::optimiser
