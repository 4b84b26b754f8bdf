#include "sparql/optimiser/join_leaves.h"

#include "sparql/optimiser/join_cost.h"
#include "sparql/optimiser/nodes.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tela::sparql::optimiser {

namespace {

using Ranges = std::map<Slot, std::vector<IdRange>>;

class LeafMaker {
 public:
  LeafMaker(Leaves& leaves, Ranges ranges, Statistics& statistics, const Choices& choices)
      : leaves_(leaves), ranges_(std::move(ranges)), statistics_(statistics), choices_(choices) {}

  void triple(const TripleLeaf& triple) {
    Leaf leaf;
    leaf.triple = triple;
    leaf.slots = triple.slots();
    leaf.estimate = estimate_of(triple, statistics_);
    leaf.filters = covered(leaf.slots);
    const double all_rows = leaf.estimate.rows;
    const Estimate unfiltered = leaf.estimate;
    filter_estimate(leaf);
    for (const rdf::Order order : rdf::all_orders)
      if (auto scan = scan_in(order, triple)) {
        leaf.raw = scan_node(*scan, unfiltered, all_rows);
        offer(leaf, std::move(*scan), unfiltered, all_rows);
      }
    leaves_.list.push_back(std::move(leaf));
  }

  void path(const PathLeaf& path) {
    Leaf leaf;
    leaf.path = path;
    leaf.slots = path.slots();
    leaf.estimate = path_estimate(path);
    leaf.filters = covered(leaf.slots);
    const PlanRef plan = path_node(path, leaf.estimate);
    filter_estimate(leaf);
    leaf.plans = {filtered(plan, leaf)};
    leaves_.list.push_back(std::move(leaf));
  }

  void part(const Alternatives& plans) {
    Leaf leaf;
    leaf.slots = SlotSet(plans.front()->columns);
    leaf.estimate = plans.front()->estimate;
    leaf.filters = covered(plans.front()->certain);
    filter_estimate(leaf);
    for (const PlanRef& plan : plans) leaf.plans.push_back(filtered(plan, leaf));
    if (leaf.filters == 0 && is_union_of_scans(*plans.front()))
      leaf.branches = plans.front()->inputs;
    leaves_.list.push_back(std::move(leaf));
  }

 private:
  static bool is_union_of_scans(const PlanNode& node) {
    const SlotSet columns(node.columns);
    return std::holds_alternative<UnionPlan>(node.op) &&
           std::all_of(node.inputs.begin(), node.inputs.end(), [&](const PlanRef& input) {
             const auto* scan = std::get_if<IndexScan>(&input->op);
             return scan != nullptr && scan->ranges.empty() && SlotSet(input->columns) == columns;
           });
  }

  std::uint64_t covered(const SlotSet& certain) const {
    std::uint64_t mask = 0;
    if (!choices_.on(Pass::push_filters)) return mask;
    for (std::size_t i = 0; i < leaves_.filters.size() && i < 64; ++i)
      if (certain.contains(leaves_.filters[i]->slots)) mask |= std::uint64_t{1} << i;
    return mask;
  }

  std::vector<Condition> conditions(const Leaf& leaf) const {
    std::vector<Condition> result;
    for (std::size_t i = 0; i < leaves_.filters.size() && i < 64; ++i)
      if ((leaf.filters >> i & 1U) != 0) result.push_back(leaves_.filters[i]);
    std::stable_sort(result.begin(), result.end(), [](const Condition& a, const Condition& b) {
      return evaluation_cost(a->expression, false) < evaluation_cost(b->expression, false);
    });
    return result;
  }

  /// What its own filters leave: counted where they are ranges of an index, else guessed.
  void filter_estimate(Leaf& leaf) const {
    SlotSet counted;
    if (leaf.triple)
      for (const auto& [slot, ranges] : ranges_)
        if (leaf.slots.contains(slot) && filter_by_count(leaf, slot, ranges)) counted.insert(slot);
    for (const Condition& condition : conditions(leaf))
      if (!counted.contains(condition->slots) || condition->slots.empty())
        leaf.estimate.filter(selectivity(condition->expression));
  }

  bool filter_by_count(Leaf& leaf, Slot slot, const std::vector<IdRange>& ranges) const {
    if (leaf.estimate.rows <= 0) return false;
    for (const rdf::Order order : rdf::all_orders) {
      const auto scan = scan_in(order, *leaf.triple, {slot});
      if (!scan || scan->slots[scan->prefix.size()] != slot) continue;
      const double rows = rows_within(*scan, ranges, statistics_);
      leaf.estimate.filter(std::clamp(rows / leaf.estimate.rows, 1e-9, 1.0));
      return true;
    }
    return false;
  }

  void offer(Leaf& leaf, IndexScan scan, const Estimate& unfiltered, double all_rows) const {
    double rows = all_rows;
    if (scan.prefix.size() < 3) {
      const auto ranges = ranges_.find(*scan.slots[scan.prefix.size()]);
      if (ranges != ranges_.end() && leaf.filters != 0) {
        rows = std::min(rows, rows_within(scan, ranges->second, statistics_));
        scan.ranges = ranges->second;
      }
    }
    Estimate read = unfiltered;
    if (rows < all_rows) read.filter(std::max(rows, 1e-9) / all_rows);
    leaf.plans.push_back(filtered(scan_node(std::move(scan), read, rows), leaf));
  }

  PlanRef filtered(PlanRef plan, const Leaf& leaf) const {
    return filter_node(std::move(plan), conditions(leaf), leaf.estimate);
  }

  // --- paths --------------------------------------------------------------------------------

  /// Edges that one step of the path may follow: what its predicates have together.
  double edges_of(const algebra::Path& path) const {
    if (path.kind == algebra::Path::Kind::predicate) {
      const std::vector<rdf::Id> prefix{statistics_.id_of(path.iri)};
      return static_cast<double>(statistics_.count(rdf::Order::pso, prefix, GraphScope{}));
    }
    if (path.kind == algebra::Path::Kind::negated)
      return static_cast<double>(statistics_.count(rdf::Order::spo, {}, GraphScope{}));
    double edges = 0;
    for (const algebra::Path& part : path.parts) edges += edges_of(part);
    return edges;
  }

  Estimate path_estimate(const PathLeaf& path) const {
    const double edges = std::max(1.0, edges_of(path.path));
    const bool open = std::holds_alternative<Slot>(path.from);
    const bool open_end = std::holds_alternative<Slot>(path.to);
    Estimate estimate;
    const double reach = std::sqrt(edges);
    estimate.rows = open && open_end ? edges * 3 : open || open_end ? reach : 1;
    double nodes = edges;
    if (open && open_end && may_be_empty(path.path)) { // every node of the graph leads to itself
      nodes = std::max(nodes, first_values(rdf::Order::spo) + first_values(rdf::Order::osp));
      estimate.rows += nodes;
    }
    for (const Slot slot : path.slots()) estimate.set_distinct(slot, nodes);
    return estimate;
  }

  double first_values(rdf::Order order) const {
    return static_cast<double>(statistics_.distinct(order, {}));
  }

  /// Whether zero steps are a way along the path.
  static bool may_be_empty(const algebra::Path& path) {
    using Kind = algebra::Path::Kind;
    const auto empty = [](const algebra::Path& part) { return may_be_empty(part); };
    switch (path.kind) {
    case Kind::predicate:
    case Kind::negated:
      return false;
    case Kind::zero_or_one:
    case Kind::zero_or_more:
      return true;
    case Kind::alternative:
      return std::any_of(path.parts.begin(), path.parts.end(), empty);
    default:
      return std::all_of(path.parts.begin(), path.parts.end(), empty);
    }
  }

  PlanRef path_node(const PathLeaf& path, const Estimate& estimate) const {
    auto node = std::make_shared<PlanNode>();
    PathSearch search{path.path, path.from, path.to, path.graph, false};
    search.backward = std::holds_alternative<Slot>(path.from) &&
                      std::holds_alternative<rdf::Id>(path.to) && choices_.on(Pass::path_direction);
    node->certain = path.slots();
    node->columns = node->certain.list();
    node->estimate = estimate;
    node->costs.total = path_node_cost * (1 + estimate.rows);
    node->op = std::move(search);
    return node;
  }

  Leaves& leaves_;
  Ranges ranges_;
  Statistics& statistics_;
  const Choices& choices_;
};

/// What the conditions allow variables to be, as far as they are comparisons with constants.
Ranges ranges_of(const std::vector<Condition>& filters, Statistics& statistics) {
  Ranges ranges;
  for (const Condition& filter : filters) {
    if (filter->slots.size() != 1) continue;
    auto range = value_range(filter->expression, statistics);
    if (!range) continue;
    const auto [entry, fresh] = ranges.try_emplace(filter->slots.front(), range->ranges);
    if (!fresh) entry->second = intersection(entry->second, range->ranges);
  }
  return ranges;
}

/// The values that a condition lists for an end of a path, as rows to join with: a search is then
/// made from each of them instead of from every node.
std::vector<Alternatives> ends_of(const std::vector<PathLeaf>& paths, const Ranges& ranges) {
  constexpr std::size_t most = 10'000;
  SlotSet ends;
  for (const PathLeaf& path : paths) ends.insert(path.slots());
  std::vector<Alternatives> parts;
  for (const auto& [slot, allowed] : ranges) {
    const bool listed = allowed.size() <= most &&
                        std::ranges::all_of(allowed, [](const auto& r) { return r.from == r.to; });
    if (!listed || !ends.contains(slot)) continue;
    ValuesPlan values{{}, {slot}};
    for (const IdRange& range : allowed) values.rows.push_back({range.from});
    parts.push_back({values_node(std::move(values))});
  }
  return parts;
}

// --- seeking --------------------------------------------------------------------------------

PlanRef path_from(const PathLeaf& path, const JoinTask& task, const PlanRef& left, Slot key,
                  double leaf_rows) {
  auto node = std::make_shared<PlanNode>();
  PathSearch search{path.path, path.from, path.to, path.graph, false};
  search.backward = !(std::holds_alternative<Slot>(path.from) && std::get<Slot>(path.from) == key);
  const SlotSet slots = path.slots();
  node->columns = (SlotSet(left->columns) | slots).list();
  node->certain = left->certain | slots;
  node->sorted_by = left->sorted_by;
  node->estimate = task.estimate;
  const double keys = left->estimate.distinct(key);
  node->costs = left->costs;
  node->costs.total += keys * path_node_cost + std::min(keys * 3, leaf_rows) * path_node_cost +
                       left->estimate.rows * probe_row_cost + task.estimate.rows * emit_row_cost;
  node->costs.startup += path_node_cost;
  if (node->sorted_by.empty()) node->costs.seek = Costs::cannot_skip;
  node->inputs = {left};
  node->op = std::move(search);
  return node;
}

// --- all at once ----------------------------------------------------------------------------

/// Most shared variables first, among them the one with the fewest values; each next to those
/// before it.
std::vector<Slot> variable_order(const std::vector<const Leaf*>& leaves) {
  SlotSet left;
  for (const Leaf* leaf : leaves) left.insert(leaf->slots);
  std::vector<Slot> order;
  SlotSet reached;
  while (!left.empty()) {
    const auto rank = [&](Slot slot) {
      double touching = 0;
      double values = Costs::cannot_skip;
      bool next = reached.empty();
      for (const Leaf* leaf : leaves)
        if (leaf->slots.contains(slot)) {
          ++touching;
          values = std::min(values, leaf->estimate.distinct(slot));
          next = next || leaf->slots.meets(reached);
        }
      return std::tuple(!next, -touching, values);
    };
    const Slot best = *std::min_element(left.begin(), left.end(),
                                        [&](Slot a, Slot b) { return rank(a) < rank(b); });
    order.push_back(best);
    reached.insert(best);
    left = left - SlotSet{best};
  }
  return order;
}

std::optional<IndexScan> scan_sorted(const TripleLeaf& leaf, const std::vector<Slot>& order) {
  std::vector<Slot> wanted;
  for (const Slot slot : order)
    if (leaf.slots().contains(slot)) wanted.push_back(slot);
  for (const rdf::Order candidate : rdf::all_orders) {
    auto scan = scan_in(candidate, leaf);
    if (!scan) continue;
    std::vector<Slot> got;
    for (std::size_t i = scan->prefix.size(); i < 3; ++i) got.push_back(*scan->slots[i]);
    if (got == wanted) return scan;
  }
  return std::nullopt; // a variable stands twice, or the graph is one
}

} // namespace

Leaves make_leaves(JoinGroup group, Statistics& statistics, const Choices& choices) {
  Leaves leaves;
  leaves.filters = std::move(group.filters);
  Ranges ranges;
  if (choices.on(Pass::filter_ranges) && choices.on(Pass::push_filters))
    ranges = ranges_of(leaves.filters, statistics);
  if (choices.on(Pass::path_direction))
    for (Alternatives& ends : ends_of(group.paths, ranges)) group.parts.push_back(std::move(ends));
  LeafMaker maker(leaves, std::move(ranges), statistics, choices);
  for (const TripleLeaf& triple : group.triples) maker.triple(triple);
  for (const PathLeaf& path : group.paths) maker.path(path);
  for (const Alternatives& part : group.parts) maker.part(part);
  return leaves;
}

void offer_seeks(const Leaf& leaf, const JoinTask& task, const PlanRef& left,
                 const Choices& choices, const std::function<void(PlanRef)>& offer) {
  if (leaf.triple && choices.on(Pass::lookup_joins)) offer_lookup(task, left, leaf.raw, offer);
  if (!leaf.branches.empty() && choices.on(Pass::lookup_joins))
    offer_lookup_of_union(task, left, leaf.branches, offer);
  if (!leaf.path || !task.loose.empty() || !choices.on(Pass::path_direction)) return;
  for (const Slot key : task.keys)
    offer(path_from(*leaf.path, task, left, key, leaf.estimate.rows));
}

PlanRef multiway_node(const std::vector<const Leaf*>& leaves, const Estimate& estimate) {
  const std::vector<Slot> order = variable_order(leaves);
  auto node = std::make_shared<PlanNode>();
  node->columns = order;
  node->sorted_by = order;
  node->certain = SlotSet(order);
  node->estimate = estimate;
  for (const Leaf* leaf : leaves) {
    auto scan = scan_sorted(*leaf->triple, order);
    if (!scan) return nullptr;
    const double rows = leaf->raw->estimate.rows;
    node->costs.startup += leaf->raw->costs.total + rows * build_row_cost;
    node->inputs.push_back(scan_node(std::move(*scan), leaf->raw->estimate, rows));
  }
  node->costs.total =
      node->costs.startup * 2 + estimate.rows * emit_row_cost * static_cast<double>(order.size());
  node->op = MultiwayJoin{order};
  return node;
}

} // namespace tela::sparql::optimiser
