#include "sparql/optimiser/join_order.h"

#include "sparql/optimiser/cycles.h"
#include "sparql/optimiser/join_leaves.h"
#include "sparql/optimiser/nodes.h"

#include <algorithm>
#include <bit>
#include <map>

namespace tela::sparql::optimiser {

namespace {

/// Patterns and parts joined so far.
struct Joined {
  SlotSet slots;
  Estimate estimate;
  std::uint64_t filters = 0; ///< those that have been applied, by number
  Shortlist plans;
};

class JoinPlanner {
 public:
  JoinPlanner(JoinGroup group, const Goal& goal, Statistics& statistics, const Choices& choices)
      : goal_(goal), choices_(choices), statistics_(statistics),
        leaves_(make_leaves(std::move(group), statistics, choices)) {
    limit_share(); // needs the estimate of the whole, before the first plan is priced
    for (const Leaf& leaf : leaves_.list) {
      start_.push_back(start(leaf));
      keep(start_.back());
    }
  }

  Alternatives plan() {
    if (start_.empty()) return {filter_rest(unit_node(), 0)};
    Joined all = choices_.on(Pass::order_joins) ? ordered() : written();
    Alternatives result;
    for (const PlanRef& plan : all.plans.plans()) result.push_back(filter_rest(plan, all.filters));
    return result;
  }

 private:
  static constexpr std::size_t dynamic_limit = 12;     ///< patterns, for dynamic programming
  static constexpr std::size_t candidate_limit = 4000; ///< pairs it may look at
  static constexpr std::size_t bushy_limit = 6;        ///< patterns, for trees of every shape
  /// From this cost on, in nanoseconds, it pays to look at trees of every shape of more patterns.
  static constexpr double worth_a_search = 50e6;
  static constexpr std::size_t long_candidate_limit = 20'000;

  void limit_share() {
    if (goal_.rows <= 0 || !choices_.on(Pass::row_goals) || leaves_.list.empty()) return;
    Estimate all = leaves_.list.front().estimate;
    SlotSet slots = leaves_.list.front().slots;
    for (std::size_t i = 1; i < leaves_.list.size(); ++i) {
      statistics_.pause();
      all = join(all, leaves_.list[i].estimate, slots & leaves_.list[i].slots);
      slots.insert(leaves_.list[i].slots);
    }
    share_ = std::clamp(goal_.rows / std::max(1.0, all.rows), 1e-6, 1.0);
  }

  Joined start(const Leaf& leaf) const {
    Joined joined{leaf.slots, leaf.estimate, leaf.filters, Shortlist(share_)};
    for (const PlanRef& plan : leaf.plans) joined.plans.offer(plan);
    return joined;
  }

  /// Charges the plans, which the plans made of them hold for as long as planning goes on.
  void keep(const Joined& joined) const {
    std::size_t bytes = 0;
    for (const PlanRef& plan : joined.plans.plans()) bytes += bytes_of_new(*plan);
    statistics_.keep_plans(bytes);
  }

  /// Of a node and of what has been put below it alone: a sort, a filter.
  static std::size_t bytes_of_new(const PlanNode& node) {
    std::size_t bytes = bytes_of(node);
    for (const PlanRef& input : node.inputs)
      if (input.use_count() == 1) bytes += bytes_of_new(*input);
    return bytes;
  }

  /// Conditions that no pattern alone could decide and that no join has taken yet.
  PlanRef filter_rest(const PlanRef& plan, std::uint64_t applied) const {
    std::vector<Condition> rest;
    for (std::size_t i = 0; i < leaves_.filters.size(); ++i)
      if (i >= 64 || (applied >> i & 1U) == 0) rest.push_back(leaves_.filters[i]);
    return filter_node(plan, std::move(rest));
  }

  /// Filters whose variables `certain` binds.
  std::uint64_t coverable(const SlotSet& certain) const {
    std::uint64_t mask = 0;
    if (!choices_.on(Pass::push_filters)) return mask;
    for (std::size_t i = 0; i < std::min<std::size_t>(64, leaves_.filters.size()); ++i)
      if (certain.contains(leaves_.filters[i]->slots)) mask |= std::uint64_t{1} << i;
    return mask;
  }

  PlanRef filtered(PlanRef plan, std::uint64_t mask, const Estimate& estimate) const {
    if (mask == 0) return plan;
    std::vector<Condition> conditions;
    for (std::size_t i = 0; i < leaves_.filters.size() && i < 64; ++i)
      if ((mask >> i & 1U) != 0) conditions.push_back(leaves_.filters[i]);
    std::stable_sort(
        conditions.begin(), conditions.end(), [](const Condition& a, const Condition& b) {
          return evaluation_cost(a->expression, false) < evaluation_cost(b->expression, false);
        });
    return filter_node(std::move(plan), std::move(conditions), estimate);
  }

  Joined prepare(const Joined& a, const Joined& b) const {
    Joined both{a.slots | b.slots, join(a.estimate, b.estimate, a.slots & b.slots), 0,
                Shortlist(share_)};
    const SlotSet certain =
        a.plans.cheapest()->certain | b.plans.cheapest()->certain; // the same for all plans
    both.filters = coverable(certain) | a.filters | b.filters;
    for (std::size_t i = 0; i < leaves_.filters.size() && i < 64; ++i)
      if (((both.filters & ~a.filters & ~b.filters) >> i & 1U) != 0)
        both.estimate.filter(selectivity(leaves_.filters[i]->expression));
    return both;
  }

  /// Offers to `both` every join of `a` with `b`; `leaf` is b's pattern when it is a single one.
  void join_pair(Joined& both, const Joined& a, const Joined& b, const Leaf* leaf) const {
    const std::uint64_t fresh = both.filters & ~a.filters & ~b.filters;
    JoinTask task =
        join_task(JoinKind::inner, *a.plans.plans().front(), *b.plans.plans().front(), {});
    task.estimate = both.estimate;
    task.rivals = &both.plans;
    const auto offer = [&](PlanRef plan) {
      both.plans.offer(filtered(std::move(plan), fresh, both.estimate));
    };
    statistics_.pause();
    for (const PlanRef& left : a.plans.plans())
      for (const PlanRef& right : b.plans.plans()) offer_joins(task, left, right, choices_, offer);
    if (leaf == nullptr) return;
    for (const PlanRef& left : a.plans.plans()) {
      const auto seek = [&](PlanRef plan) {
        both.plans.offer(filtered(std::move(plan), both.filters & ~a.filters, both.estimate));
      };
      offer_seeks(*leaf, task, left, choices_, seek);
    }
  }

  Joined combine(std::size_t a, std::size_t b) const {
    Joined both = prepare(start_[a], start_[b]);
    combine_into(both, start_[a], &leaves_.list[a], start_[b], &leaves_.list[b]);
    keep(both);
    return both;
  }

  void combine_into(Joined& both, const Joined& a, const Leaf* leaf_a, const Joined& b,
                    const Leaf* leaf_b) const {
    join_pair(both, a, b, leaf_b);
    join_pair(both, b, a, leaf_a);
  }

  Joined with_leaf(const Joined& a, std::size_t leaf) const {
    Joined both = prepare(a, start_[leaf]);
    combine_into(both, a, nullptr, start_[leaf], &leaves_.list[leaf]);
    keep(both);
    return both;
  }

  Joined written() const {
    Joined all = start_.front();
    for (std::size_t i = 1; i < start_.size(); ++i)
      all = i == 1 ? combine(0, 1) : with_leaf(all, i);
    return all;
  }

  // --- components ---------------------------------------------------------------------------

  std::vector<std::vector<std::size_t>> components() const {
    std::vector<std::vector<std::size_t>> result;
    std::vector<bool> taken(start_.size(), false);
    for (std::size_t i = 0; i < start_.size(); ++i) {
      if (taken[i]) continue;
      std::vector<std::size_t> members{i};
      taken[i] = true;
      for (std::size_t at = 0; at < members.size(); ++at) {
        statistics_.pause();
        for (std::size_t j = 0; j < start_.size(); ++j)
          if (!taken[j] && start_[members[at]].slots.meets(start_[j].slots)) {
            taken[j] = true;
            members.push_back(j);
          }
      }
      result.push_back(std::move(members));
    }
    return result;
  }

  Joined ordered() const {
    std::vector<Joined> parts;
    for (const auto& members : components()) parts.push_back(connected(members));
    std::stable_sort(parts.begin(), parts.end(), [](const Joined& a, const Joined& b) {
      return a.estimate.rows > b.estimate.rows; // the largest streams, the others are tables
    });
    Joined all = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
      Joined both = prepare(all, parts[i]);
      combine_into(both, all, nullptr, parts[i], nullptr);
      keep(both);
      all = std::move(both);
    }
    return all;
  }

  Joined connected(const std::vector<std::size_t>& members) const {
    if (members.size() == 1) return start_[members.front()];
    if (members.size() <= bushy_limit) return *exhaustive(members, {candidate_limit, true});
    std::optional<Joined> best;
    if (members.size() <= dynamic_limit) best = exhaustive(members, {candidate_limit, false});
    if (!best) best = greedy(members);
    if (members.size() > dynamic_limit || price(*best) < worth_a_search) return std::move(*best);
    auto bushy = exhaustive(members, {long_candidate_limit, true});
    return std::move(bushy && price(*bushy) < price(*best) ? *bushy : *best);
  }

  static double price(const Joined& joined) {
    return joined.plans.price(joined.plans.cheapest()->costs);
  }

  // --- dynamic programming ------------------------------------------------------------------

  using Table = std::map<std::uint32_t, Joined>;

  struct Effort {
    std::size_t pairs; ///< of halves that may be looked at
    bool bushy;        ///< halves of any size; else one is a single pattern
  };

  std::optional<Joined> exhaustive(const std::vector<std::size_t>& members, Effort effort) const {
    Table table;
    for (std::size_t i = 0; i < members.size(); ++i) table.emplace(1U << i, start_[members[i]]);
    const std::uint32_t whole = (1U << members.size()) - 1;
    const std::uint32_t core = core_of(members);
    for (std::uint32_t set = 1; set <= whole; ++set) {
      if (std::has_single_bit(set)) continue;
      if (!fill(table, set, members, effort)) return std::nullopt;
      if (set == core) offer_multiway(table, set, members);
      if (const auto made = table.find(set); made != table.end()) keep(made->second);
    }
    const auto found = table.find(whole);
    if (found == table.end()) return std::nullopt;
    return std::move(found->second);
  }

  /// Every way to make `set` of two connected halves that have been made before. False when the
  /// effort is spent.
  bool fill(Table& table, std::uint32_t set, const std::vector<std::size_t>& members,
            Effort& effort) const {
    for (std::uint32_t part = (set - 1) & set; part != 0; part = (part - 1) & set) {
      const std::uint32_t rest = set & ~part;
      if (part < rest) continue; // the other way round comes too
      if (!effort.bushy && !std::has_single_bit(part) && !std::has_single_bit(rest)) continue;
      const auto a = table.find(part);
      const auto b = table.find(rest);
      if (a == table.end() || b == table.end() || !a->second.slots.meets(b->second.slots)) continue;
      if (effort.pairs-- == 0) return false;
      auto [entry, fresh] = table.try_emplace(set);
      if (fresh) entry->second = prepare(a->second, b->second);
      combine_into(entry->second, a->second, single(part, members), b->second,
                   single(rest, members));
    }
    return true;
  }

  const Leaf* single(std::uint32_t set, const std::vector<std::size_t>& members) const {
    if (!std::has_single_bit(set)) return nullptr;
    return &leaves_.list[members[static_cast<std::size_t>(std::countr_zero(set))]];
  }

  // --- cycles -------------------------------------------------------------------------------

  /// The triple patterns that form cycles, as a set of members; 0 when there are none.
  std::uint32_t core_of(const std::vector<std::size_t>& members) const {
    if (!choices_.on(Pass::multiway_joins)) return 0;
    std::vector<std::size_t> triples;
    std::vector<SlotSet> patterns;
    for (std::size_t i = 0; i < members.size(); ++i)
      if (leaves_.list[members[i]].triple) {
        triples.push_back(i);
        patterns.push_back(leaves_.list[members[i]].slots);
      }
    std::uint32_t core = 0;
    for (const std::size_t at : cyclic_core(patterns)) core |= 1U << triples[at];
    return core;
  }

  void offer_multiway(Table& table, std::uint32_t set,
                      const std::vector<std::size_t>& members) const {
    const auto entry = table.find(set);
    if (entry == table.end()) return;
    std::vector<const Leaf*> leaves;
    for (std::size_t i = 0; i < members.size(); ++i)
      if ((set >> i & 1U) != 0) leaves.push_back(&leaves_.list[members[i]]);
    const PlanRef plan = multiway_node(leaves, entry->second.estimate);
    if (plan)
      entry->second.plans.offer(filtered(plan, entry->second.filters, entry->second.estimate));
  }

  // --- greedy -------------------------------------------------------------------------------

  Joined greedy(std::vector<std::size_t> members) const {
    const auto first =
        std::min_element(members.begin(), members.end(), [this](std::size_t a, std::size_t b) {
          return start_[a].estimate.rows < start_[b].estimate.rows;
        });
    Joined all = start_[*first];
    members.erase(first);
    while (!members.empty()) {
      const auto next = best_neighbour(all, members);
      all = with_leaf(all, *next);
      members.erase(next);
    }
    return all;
  }

  std::vector<std::size_t>::iterator best_neighbour(const Joined& all,
                                                    std::vector<std::size_t>& members) const {
    auto best = members.end();
    double fewest = 0;
    for (auto at = members.begin(); at != members.end(); ++at) {
      const SlotSet shared = all.slots & start_[*at].slots;
      if (shared.empty()) continue;
      const double rows = join(all.estimate, start_[*at].estimate, shared).rows;
      if (best == members.end() || rows < fewest) {
        best = at;
        fewest = rows;
      }
    }
    return best; // members are connected: there is one
  }

  Goal goal_;
  const Choices& choices_;
  Statistics& statistics_;
  Leaves leaves_;
  double share_ = 1;
  std::vector<Joined> start_;
};

} // namespace

Alternatives plan_joins(JoinGroup group, const Goal& goal, Statistics& statistics,
                        const Choices& choices) {
  return JoinPlanner(std::move(group), goal, statistics, choices).plan();
}

} // namespace tela::sparql::optimiser
