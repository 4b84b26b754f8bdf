#pragma once

#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/plan.h"

#include <functional>
#include <vector>

namespace tela::sparql::optimiser {

/// The plans worth keeping among several for the same rows: the cheapest for each order, unless a
/// plan that is cheaper has that order too; of very many orders the cheapest.
class Shortlist {
 public:
  /// `share`: how much of the rows will be wanted, 0 to 1; below 1 an early first row counts.
  explicit Shortlist(double share = 1) : share_(share) {}
  void offer(PlanRef plan);
  [[nodiscard]] std::vector<PlanRef>& plans() { return plans_; }
  [[nodiscard]] const std::vector<PlanRef>& plans() const { return plans_; }
  [[nodiscard]] const PlanRef& cheapest() const;
  [[nodiscard]] double price(const Costs& costs) const {
    return costs.startup + (costs.total - costs.startup) * share_;
  }
  /// Whether a plan of these costs, sorted by `lead` first, would not be kept.
  [[nodiscard]] bool beats(const Costs& costs, std::optional<Slot> lead) const;

 private:
  static constexpr std::size_t most_plans = 16;

  [[nodiscard]] std::vector<PlanRef>::iterator dearest();

  double share_;
  std::vector<PlanRef> plans_;
};

/// What a join is to do, without how.
struct JoinTask {
  JoinKind kind = JoinKind::inner;
  SlotSet keys;  ///< shared, bound on both sides
  SlotSet loose; ///< shared, perhaps unbound on a side
  std::vector<Condition> conditions;
  std::optional<Slot> mark;          ///< of a mark join
  Estimate estimate;                 ///< of the result
  const Shortlist* rivals = nullptr; ///< plans that these beat need not be made
};

/// The task of joining two plans of these columns. The estimate is filled in.
[[nodiscard]] JoinTask join_task(JoinKind kind, const PlanNode& left, const PlanNode& right,
                                 std::vector<Condition> conditions);

/// Every way worth keeping to do the task with one of the left and one of the right plans.
[[nodiscard]] Alternatives join_all(const JoinTask& task, const Alternatives& lefts,
                                    const Alternatives& rights, const Choices& choices);

/// Hands to `offer` the plans that do the task with this left and this right input: merging where
/// both are sorted by a key, or can be, and a hash table of the right input.
void offer_joins(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                 const Choices& choices, const std::function<void(PlanRef)>& offer);

/// Likewise the plan that seeks the partners of each left row in `right`, when that is an index
/// whose next positions are the keys.
void offer_lookup(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                  const std::function<void(PlanRef)>& offer);

/// Likewise in each of several indexes, whose rows together are the right input: for one key.
void offer_lookup_of_union(const JoinTask& task, const PlanRef& left,
                           const std::vector<PlanRef>& branches,
                           const std::function<void(PlanRef)>& offer);

} // namespace tela::sparql::optimiser
