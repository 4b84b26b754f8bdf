#include "sparql/optimiser/join_methods.h"

#include "sparql/optimiser/join_cost.h"
#include "sparql/optimiser/nodes.h"

#include <algorithm>

namespace tela::sparql::optimiser {

namespace {

bool keeps_right(JoinKind kind) {
  return kind == JoinKind::inner || kind == JoinKind::left;
}

double key_values(const PlanNode& node, const SlotSet& keys) {
  double values = 1;
  for (const Slot key : keys) values *= node.estimate.distinct(key);
  return std::min(values, node.estimate.rows);
}

JoinSide side(const PlanRef& node, double keys) {
  return {node->costs, node->estimate.rows, keys};
}

/// The order that the left rows still have after the join.
std::vector<Slot> remaining_order(const JoinTask& task, const PlanNode& left) {
  if (task.kind == JoinKind::left && !(task.conditions.empty() && task.loose.empty())) return {};
  if (!keeps_right(task.kind)) return left.sorted_by;
  // A loose slot takes the value of the right side where the left has none.
  const auto end = std::find_if(left.sorted_by.begin(), left.sorted_by.end(),
                                [&](Slot slot) { return task.loose.contains(slot); });
  return {left.sorted_by.begin(), end};
}

std::optional<Slot> remaining_lead(const JoinTask& task, const PlanNode& left) {
  const auto order = left.sorted_by.empty() ? std::nullopt : std::optional(left.sorted_by.front());
  const bool simple = task.conditions.empty() && task.loose.empty();
  return simple || task.kind != JoinKind::left ? order : std::nullopt;
}

PlanRef join_node(const JoinTask& task, JoinMethod method, std::vector<Slot> keys,
                  const PlanRef& left, const PlanRef& right, const Costs& costs) {
  auto node = std::make_shared<PlanNode>();
  node->columns = left->columns;
  node->certain = left->certain;
  if (keeps_right(task.kind)) {
    const SlotSet mine(left->columns);
    for (const Slot slot : right->columns)
      if (!mine.contains(slot)) node->columns.push_back(slot);
  }
  if (task.kind == JoinKind::inner) node->certain.insert(right->certain);
  if (task.mark) {
    node->columns.push_back(*task.mark);
    node->certain.insert(*task.mark);
  }
  node->sorted_by = remaining_order(task, *left);
  node->estimate = task.estimate;
  node->costs = costs;
  if (node->sorted_by.empty()) node->costs.seek = Costs::cannot_skip;
  node->inputs = {left, right};
  node->op =
      JoinPlan{task.kind, method, std::move(keys), task.loose.list(), task.conditions, task.mark};
  return node;
}

/// Whether a join with these costs is beaten already; conditions on top only make it dearer.
bool hopeless(const JoinTask& task, const PlanNode& left, const Costs& costs) {
  return task.rivals != nullptr && task.rivals->beats(costs, remaining_lead(task, left));
}

std::vector<Slot> keys_from(Slot first, const SlotSet& keys) {
  std::vector<Slot> list{first};
  for (const Slot key : keys)
    if (key != first) list.push_back(key);
  return list;
}

void offer_merge(const JoinTask& task, const PlanRef& left, const PlanRef& right, Slot key,
                 const std::function<void(PlanRef)>& offer) {
  Costs costs =
      merge_cost(side(left, left->estimate.distinct(key)),
                 side(right, right->estimate.distinct(key)), task.estimate.rows, task.kind);
  if (task.keys.size() > 1) // groups are put in order, or searched, by the second key
    costs.total += (left->estimate.rows + right->estimate.rows) * second_key_cost;
  if (!hopeless(task, *left, costs))
    offer(join_node(task, JoinMethod::merge, keys_from(key, task.keys), left, right, costs));
}

void offer_merges(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                  const std::function<void(PlanRef)>& offer) {
  for (const Slot key : task.keys) {
    const bool left_sorted = lead(*left) == key;
    const bool right_sorted = lead(*right) == key;
    if (!left_sorted && !right_sorted) continue;
    // To sort the larger side never beats hashing the smaller one.
    if (!left_sorted && left->estimate.rows > right->estimate.rows) continue;
    if (!right_sorted && right->estimate.rows > left->estimate.rows) continue;
    offer_merge(task, left_sorted ? left : sort_node(left, key),
                right_sorted ? right : sort_node(right, key), key, offer);
  }
}

void offer_hash(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                const std::function<void(PlanRef)>& offer) {
  const Costs costs = hash_cost(side(left, key_values(*left, task.keys)),
                                side(right, key_values(*right, task.keys)), task.estimate.rows);
  if (!hopeless(task, *left, costs))
    offer(join_node(task, JoinMethod::hash, task.keys.list(), left, right, costs));
}

Estimate estimate_join(JoinKind kind, const PlanNode& left, const PlanNode& right,
                       const SlotSet& shared, const std::vector<Condition>& conditions) {
  Estimate joined = join(left.estimate, right.estimate, shared);
  for (const Condition& condition : conditions) joined.filter(selectivity(condition->expression));
  if (kind == JoinKind::inner) return joined;
  if (kind == JoinKind::left) {
    joined.rows = std::max(joined.rows, left.estimate.rows);
    return joined;
  }
  if (kind == JoinKind::mark) return left.estimate;
  Estimate kept = left.estimate;
  const double matched = std::clamp(joined.rows / std::max(1.0, left.estimate.rows), 0.02, 0.98);
  kept.filter(kind == JoinKind::semi ? matched : 1 - matched);
  return kept;
}

} // namespace

JoinTask join_task(JoinKind kind, const PlanNode& left, const PlanNode& right,
                   std::vector<Condition> conditions) {
  JoinTask task;
  task.kind = kind;
  const SlotSet shared = SlotSet(left.columns) & SlotSet(right.columns);
  task.keys = shared & left.certain & right.certain;
  task.loose = shared - task.keys;
  task.estimate = estimate_join(kind, left, right, shared, conditions);
  task.conditions = std::move(conditions);
  return task;
}

void offer_joins(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                 const Choices& choices, const std::function<void(PlanRef)>& offer) {
  if (choices.on(Pass::merge_joins)) offer_merges(task, left, right, offer);
  offer_hash(task, left, right, offer);
}

namespace {

/// The scan of `right` in an order in which the keys come first, and the keys in that order.
struct Sought {
  IndexScan scan;
  std::vector<Slot> keys;
};

std::optional<Sought> seek_in(const PlanNode& right, const SlotSet& keys) {
  const auto* scan = std::get_if<IndexScan>(&right.op);
  if (scan == nullptr || !scan->ranges.empty() || keys.empty()) return std::nullopt;
  const TripleLeaf leaf = leaf_of(*scan);
  if (leaf.graph.slot && keys.contains(*leaf.graph.slot)) return std::nullopt;
  for (const rdf::Order order : rdf::all_orders) {
    auto found = scan_in(order, leaf, keys);
    if (!found) continue;
    Sought sought{std::move(*found), {}};
    for (std::size_t i = sought.scan.prefix.size(); sought.keys.size() < keys.size(); ++i)
      sought.keys.push_back(*sought.scan.slots[i]);
    return sought;
  }
  return std::nullopt;
}

} // namespace

void offer_lookup(const JoinTask& task, const PlanRef& left, const PlanRef& right,
                  const std::function<void(PlanRef)>& offer) {
  if (!task.loose.empty()) return;
  auto sought = seek_in(*right, task.keys);
  if (!sought) return;
  const Costs costs = lookup_cost(side(left, key_values(*left, task.keys)), right->estimate.rows,
                                  task.estimate.rows);
  if (hopeless(task, *left, costs)) return;
  const PlanRef input = scan_node(std::move(sought->scan), right->estimate, right->estimate.rows);
  offer(join_node(task, JoinMethod::lookup, std::move(sought->keys), left, input, costs));
}

void offer_lookup_of_union(const JoinTask& task, const PlanRef& left,
                           const std::vector<PlanRef>& branches,
                           const std::function<void(PlanRef)>& offer) {
  if (!task.loose.empty() || task.keys.size() != 1) return;
  std::vector<PlanRef> scans;
  Costs costs = left->costs;
  for (const PlanRef& branch : branches) {
    auto sought = seek_in(*branch, task.keys);
    if (!sought) return;
    const Costs one = lookup_cost(side(left, key_values(*left, task.keys)), branch->estimate.rows,
                                  task.estimate.rows / static_cast<double>(branches.size()));
    costs.total += one.total - left->costs.total;
    costs.startup += seek_cost;
    scans.push_back(scan_node(std::move(sought->scan), branch->estimate, branch->estimate.rows));
  }
  auto join = std::make_shared<PlanNode>(*join_node(task, JoinMethod::lookup, task.keys.list(),
                                                    left, union_node(std::move(scans)), costs));
  join->sorted_by.clear(); // partners come scan by scan
  join->costs.seek = Costs::cannot_skip;
  offer(join);
}

Alternatives join_all(const JoinTask& task, const Alternatives& lefts, const Alternatives& rights,
                      const Choices& choices) {
  Shortlist list;
  const auto offer = [&](PlanRef plan) { list.offer(std::move(plan)); };
  for (const PlanRef& left : lefts)
    for (const PlanRef& right : rights) {
      offer_joins(task, left, right, choices, offer);
      if (choices.on(Pass::lookup_joins)) offer_lookup(task, left, right, offer);
    }
  return std::move(list.plans());
}

bool Shortlist::beats(const Costs& costs, std::optional<Slot> order) const {
  const double mine = price(costs);
  return std::any_of(plans_.begin(), plans_.end(), [&](const PlanRef& other) {
    return price(other->costs) <= mine && (!order || lead(*other) == order);
  });
}

void Shortlist::offer(PlanRef plan) {
  if (beats(plan->costs, lead(*plan))) return;
  const double mine = price(plan->costs);
  std::erase_if(plans_, [&](const PlanRef& other) {
    return mine <= price(other->costs) && (lead(*other) == lead(*plan) || other->sorted_by.empty());
  });
  plans_.push_back(std::move(plan));
  if (plans_.size() > most_plans) plans_.erase(dearest());
}

std::vector<PlanRef>::iterator Shortlist::dearest() {
  return std::max_element(plans_.begin(), plans_.end(), [this](const PlanRef& a, const PlanRef& b) {
    return price(a->costs) < price(b->costs);
  });
}

const PlanRef& Shortlist::cheapest() const {
  return *std::min_element(
      plans_.begin(), plans_.end(),
      [this](const PlanRef& a, const PlanRef& b) { return price(a->costs) < price(b->costs); });
}

} // namespace tela::sparql::optimiser
