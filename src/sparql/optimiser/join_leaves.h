#pragma once

#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/join_methods.h"
#include "sparql/optimiser/statistics.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace tela::sparql::optimiser {

/// One thing to join: a triple pattern, a path, or a part that has been planned already.
struct Leaf {
  std::optional<TripleLeaf> triple;
  std::optional<PathLeaf> path;
  SlotSet slots;
  Estimate estimate;         ///< with its own filters applied
  std::uint64_t filters = 0; ///< those filters, by number
  PlanRef raw;               ///< of a triple pattern: a scan of all its rows
  std::vector<PlanRef> plans;
  /// Of a part that is a union of scans with the same variables: the scans, where nothing is
  /// filtered.
  std::vector<PlanRef> branches;
};

/// The leaves of a group in the order in which they were written, and its conditions.
struct Leaves {
  std::vector<Leaf> list;
  std::vector<Condition> filters;
};

[[nodiscard]] Leaves make_leaves(JoinGroup group, Statistics& statistics, const Choices& choices);

/// Plans that find the partners of each row of `left` in a pattern or on a path, without making
/// all of its rows first. Filters of the leaf are not applied.
void offer_seeks(const Leaf& leaf, const JoinTask& task, const PlanRef& left,
                 const Choices& choices, const std::function<void(PlanRef)>& offer);

/// All triple patterns at once, variable by variable; null when a pattern cannot take part.
/// Filters of the leaves are not applied.
[[nodiscard]] PlanRef multiway_node(const std::vector<const Leaf*>& leaves,
                                    const Estimate& estimate);

} // namespace tela::sparql::optimiser
