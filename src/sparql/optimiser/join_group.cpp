#include "sparql/optimiser/join_group.h"

#include "sparql/optimiser/join_cost.h"

#include <algorithm>

namespace tela::sparql::optimiser {

using rdf::Id;

namespace {

void add(SlotSet& set, const PathEnd& end) {
  if (const auto* slot = std::get_if<Slot>(&end)) set.insert(*slot);
}

std::size_t constants_of(const TripleLeaf& leaf) {
  return static_cast<std::size_t>(
      std::count_if(leaf.terms.begin(), leaf.terms.end(),
                    [](const PathEnd& end) { return std::holds_alternative<Id>(end); }));
}

} // namespace

SlotSet TripleLeaf::slots() const {
  SlotSet set;
  for (const PathEnd& end : terms) add(set, end);
  if (graph.kind == GraphScope::Kind::each_named && graph.slot) set.insert(*graph.slot);
  return set;
}

SlotSet PathLeaf::slots() const {
  SlotSet set;
  add(set, from);
  add(set, to);
  return set;
}

std::optional<IndexScan> scan_in(rdf::Order order, const TripleLeaf& leaf, const SlotSet& keys) {
  IndexScan scan;
  scan.order = order;
  scan.graph = leaf.graph;
  const std::size_t constants = constants_of(leaf);
  const auto places = rdf::positions(order);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const PathEnd& end = leaf.terms[places[i]];
    if (const auto* id = std::get_if<Id>(&end)) {
      if (i >= constants) return std::nullopt;
      scan.prefix.push_back(*id);
      continue;
    }
    if (i < constants) return std::nullopt;
    const Slot slot = std::get<Slot>(end);
    if (i < constants + keys.size() && !keys.contains(slot)) return std::nullopt;
    scan.slots[i] = slot;
  }
  return scan;
}

TripleLeaf leaf_of(const IndexScan& scan) {
  TripleLeaf leaf;
  leaf.graph = scan.graph;
  const auto places = rdf::positions(scan.order);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i < scan.prefix.size())
      leaf.terms[places[i]] = scan.prefix[i];
    else
      leaf.terms[places[i]] = *scan.slots[i];
  }
  return leaf;
}

PlanRef scan_node(IndexScan scan, const Estimate& estimate, double rows_read) {
  auto node = std::make_unique<PlanNode>();
  node->certain = leaf_of(scan).slots();
  node->columns = node->certain.list();
  SlotSet seen;
  for (const auto& slot : scan.slots)
    if (slot && !seen.contains(*slot)) {
      seen.insert(*slot);
      node->sorted_by.push_back(*slot);
    }
  node->estimate = estimate;
  const double keys = node->sorted_by.empty() ? 1 : estimate.distinct(node->sorted_by.front());
  node->costs = scan_cost(rows_read, keys);
  node->op = std::move(scan);
  return node;
}

Estimate estimate_of(const TripleLeaf& leaf, Statistics& statistics) {
  Estimate estimate;
  bool counted = false;
  for (const rdf::Order order : rdf::all_orders) {
    const auto scan = scan_in(order, leaf);
    if (!scan) continue;
    if (!counted) {
      estimate.rows = static_cast<double>(statistics.count(order, scan->prefix, leaf.graph));
      counted = true;
    }
    if (scan->prefix.size() < 3)
      estimate.set_distinct(*scan->slots[scan->prefix.size()],
                            static_cast<double>(statistics.distinct(order, scan->prefix)));
  }
  if (leaf.graph.kind == GraphScope::Kind::each_named && leaf.graph.slot)
    estimate.set_distinct(*leaf.graph.slot, static_cast<double>(statistics.named_graph_count()));
  SlotSet seen;
  for (const PathEnd& end : leaf.terms) { // ?x ?p ?x: one in as many as there are values
    const auto* slot = std::get_if<Slot>(&end);
    if (slot && seen.contains(*slot)) estimate.rows /= estimate.distinct(*slot);
    add(seen, end);
  }
  return estimate;
}

double rows_within(const IndexScan& scan, const std::vector<IdRange>& ranges,
                   Statistics& statistics) {
  double rows = 0;
  std::vector<Id> key = scan.prefix;
  key.emplace_back();
  for (const IdRange& range : ranges) {
    key.back() = range.from;
    const std::uint64_t first = statistics.rows_before(scan.order, key);
    key.back() = Id::from_bits(range.to.bits() + 1);
    const std::uint64_t last = statistics.rows_before(scan.order, key);
    rows += static_cast<double>(last - std::min(first, last));
  }
  return rows;
}

} // namespace tela::sparql::optimiser
