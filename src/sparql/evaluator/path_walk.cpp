#include "sparql/evaluator/path_walk.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;
using rdf::Order;

// --- one step -------------------------------------------------------------------------------

StepCursor::StepCursor(const PathStep& step, const rdf::GraphSelection& graphs,
                       const Context& context)
    : step_(step), context_(context) {
  if (step.predicate.defined()) {
    node_column_ = 1;
    neighbour_column_ = 2;
    predicate_column_ = 0;
    cursor_ = context.dataset.scan(step.backward ? Order::pos : Order::pso, {&step.predicate, 1},
                                   graphs, {1, 2});
  } else {
    node_column_ = 0;
    neighbour_column_ = 1;
    predicate_column_ = 2;
    cursor_ = context.dataset.scan(step.backward ? Order::osp : Order::sop, {}, graphs, {0, 1, 2});
  }
}

bool StepCursor::refill() {
  if (ended_) return false;
  rows_ = cursor_->next();
  at_ = 0;
  ended_ = rows_.count == 0;
  context_.check();
  return !ended_;
}

void StepCursor::seek(Id node) {
  node_ = node;
  if (at_ >= rows_.count || nodes()[rows_.count - 1] < node) {
    if (ended_) return;
    cursor_->seek({&node, 1});
    if (!refill()) return;
  }
  at_ = static_cast<std::size_t>(std::lower_bound(nodes() + at_, nodes() + rows_.count, node) -
                                 nodes());
}

Id StepCursor::next() {
  while (true) {
    if (at_ >= rows_.count && !refill()) return {};
    if (nodes()[at_] != node_) return {};
    const std::size_t row = at_++;
    if (!step_.excluded.empty() && std::binary_search(step_.excluded.begin(), step_.excluded.end(),
                                                      rows_.columns[predicate_column_][row]))
      continue;
    return rows_.columns[neighbour_column_][row];
  }
}

// --- the search -----------------------------------------------------------------------------

PathWalk::PathWalk(const PathAutomaton& automaton, rdf::GraphSelection graphs, Context& context)
    : automaton_(automaton), graphs_(std::move(graphs)), context_(context), pacer_(context),
      given_(context),
      several_ends_(automaton.nullable ||
                    std::count(automaton.last.begin(), automaton.last.end(), true) > 1) {
  for (std::size_t i = 0; i < automaton.steps.size(); ++i) visited_.emplace_back(context);
}

void PathWalk::start(Id node) {
  for (IdSet& set : visited_) set.clear();
  given_.clear();
  fronts_.clear();
  reached_.clear();
  cursor_.reset();
  within_ = false;
  itself_ = automaton_.nullable ? std::optional(node) : std::nullopt;
  for (const std::uint32_t step : automaton_.first) fronts_.push_back({step, {node}});
}

bool PathWalk::more(std::vector<Id>& nodes, std::size_t limit) {
  if (itself_) {
    given_.insert(*itself_);
    nodes.push_back(*itself_);
    itself_.reset();
  }
  while (!fronts_.empty()) {
    if (!open_step()) continue;
    const std::uint32_t step = fronts_.front().step;
    const auto& from = fronts_.front().nodes;
    for (; node_ < from.size(); ++node_, within_ = false) {
      if (!within_) cursor_->seek(from[node_]);
      within_ = true;
      for (Id next = cursor_->next(); next.defined(); next = cursor_->next()) {
        reach(step, next, nodes);
        if (nodes.size() >= limit) return true;
      }
      pacer_.step(16);
    }
    finish_step();
  }
  return false;
}

bool PathWalk::open_step() {
  if (cursor_) return true;
  Front& front = fronts_.front();
  if (front.nodes.empty()) {
    fronts_.pop_front();
    return false;
  }
  std::sort(front.nodes.begin(), front.nodes.end());
  cursor_ = std::make_unique<StepCursor>(automaton_.steps[front.step], graphs_, context_);
  node_ = 0;
  return true;
}

void PathWalk::reach(std::uint32_t step, Id node, std::vector<Id>& nodes) {
  pacer_.step();
  if (!visited_[step].insert(node)) return;
  reached_.push_back(node);
  if (automaton_.last[step] && (!several_ends_ || given_.insert(node))) nodes.push_back(node);
}

/// The nodes just reached are where the steps behind this one begin.
void PathWalk::finish_step() {
  const std::uint32_t step = fronts_.front().step;
  for (const std::uint32_t next : automaton_.follow[step]) {
    const auto same = std::find_if(fronts_.begin() + 1, fronts_.end(),
                                   [next](const Front& front) { return front.step == next; });
    if (same == fronts_.end())
      fronts_.push_back({next, reached_});
    else
      same->nodes.insert(same->nodes.end(), reached_.begin(), reached_.end());
  }
  reached_.clear();
  cursor_.reset();
  fronts_.pop_front();
}

} // namespace tela::sparql::evaluator
