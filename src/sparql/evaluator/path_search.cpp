#include "sparql/evaluator/path_search.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using optimiser::PathSearch;
using rdf::Id;
using rdf::IdTag;
using rdf::Order;

namespace {

std::optional<std::size_t> column_of(const optimiser::PathEnd& end, const OperatorPtr& input) {
  const auto* slot = std::get_if<Slot>(&end);
  if (slot == nullptr || !input) return std::nullopt;
  return find_column(input->columns(), *slot);
}

void make_set(std::vector<Id>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

PathSearchOperator::PathSearchOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), plan_(std::get<PathSearch>(node.op)),
      start_(plan_.backward ? plan_.to : plan_.from),
      target_(plan_.backward ? plan_.from : plan_.to),
      graphs_(around.context.selection(plan_.graph, around.graph)),
      automaton_(PathAutomaton::of(plan_.path, plan_.backward, around.context.words)),
      walk_(automaton_, graphs_, around.context),
      input_(node.inputs.empty() ? nullptr : make_operator(*node.inputs[0], around)),
      start_column_(column_of(start_, input_)), target_column_(column_of(target_, input_)),
      memory_(around.context), output_(node.columns.size()) {
  if (!automaton_.takes_any_step()) return;
  edge_count_ = 0;
  for (const PathStep& step : automaton_.steps)
    *edge_count_ += context().dataset.count(Order::pso, {&step.predicate, 1}, graphs_);
}

void PathSearchOperator::skip_to(Id key) {
  if (input_ && batch_ == nullptr && lead()) input_->skip_to(key);
}

const Batch& PathSearchOperator::produce() {
  output_.clear();
  if (!input_ && std::holds_alternative<Id>(start_)) return from_constant();
  return from_rows();
}

/// Streams: the nearest nodes come before the farthest are known.
const Batch& PathSearchOperator::from_constant() {
  const Id start = std::get<Id>(start_);
  if (!begun_) walk_.start(start);
  begun_ = true;
  bool more = true;
  while (more && output_.count() == 0) {
    fresh_.clear();
    more = walk_.more(fresh_, Batch::target_rows);
    offset_ = 0;
    emit(start, fresh_);
  }
  return output_.batch();
}

const Batch& PathSearchOperator::from_rows() {
  while (output_.count() < Batch::target_rows) {
    if (reached_ == nullptr && !next_row()) break;
    const Id start = input_ ? batch_->columns[*start_column_][row_] : starts_[next_start_];
    emit(start, *reached_);
    if (offset_ < reached_->size()) break; // the rest comes in the next batch
    reached_ = nullptr;
    if (input_)
      ++row_;
    else
      ++next_start_;
  }
  return output_.batch();
}

/// Finds where the next row leads; false when there is none.
bool PathSearchOperator::next_row() {
  offset_ = 0;
  if (!input_) {
    if (!begun_) find_starts();
    begun_ = true;
    if (next_start_ == starts_.size()) return false;
    reached_ = &reached_once(starts_[next_start_]);
    return true;
  }
  if (batch_ == nullptr || row_ == batch_->count) {
    if (batch_ != nullptr && output_.count() != 0) return false; // its values are wanted no more
    batch_ = &input_->next();
    row_ = 0;
    if (batch_->count == 0) {
      batch_ = nullptr;
      return false;
    }
  }
  reached_ = &reached_from(batch_->columns[*start_column_][row_]);
  return true;
}

bool PathSearchOperator::is_wanted(Id from, Id to) const {
  if (const auto* constant = std::get_if<Id>(&target_)) return to == *constant;
  if (start_ == target_ && to != from) return false; // ?x path ?x
  if (!target_column_) return true;
  const Id bound = batch_->columns[*target_column_][row_];
  return !bound.defined() || bound == to;
}

/// Appends rows for what is reached, from offset_ on, until the batch is full. One row is all when
/// where the path leads is not asked.
void PathSearchOperator::emit(Id from, const std::vector<Id>& reached) {
  for (; offset_ < reached.size() && output_.count() < Batch::target_rows; ++offset_) {
    const Id to = reached[offset_];
    if (!is_wanted(from, to)) continue;
    for (std::size_t i = 0; i < columns().size(); ++i) {
      const optimiser::PathEnd slot = columns()[i];
      Id value;
      if (slot == target_)
        value = to;
      else if (slot == start_)
        value = from;
      else
        value = batch_->columns[*find_column(input_->columns(), columns()[i])][row_];
      output_.column(i).push_back(value);
    }
    output_.grow(1);
    if (plan_.once) offset_ = reached.size() - 1;
  }
}

// --- where paths lead -----------------------------------------------------------------------

const std::vector<Id>& PathSearchOperator::reached_from(Id start) {
  constexpr std::size_t most_known = std::size_t{1} << 22U;
  const auto found = known_.find(start);
  if (found != known_.end()) return found->second;
  // Zero steps lead from a node to itself; between two variables only if it is in the graph.
  const auto* target = std::get_if<Id>(&target_);
  const bool outside =
      input_ && automaton_.nullable && (target == nullptr || *target != start) && !is_node(start);
  if (!outside && wants_table()) return reached_in_table(start);
  if (known_ids_ > most_known) {
    known_.clear();
    known_ids_ = 0;
  }
  auto& reached = known_[start];
  if (!outside) walk_from(start, reached);
  known_ids_ += reached.size() + 8;
  memory_.hold(known_ids_ * sizeof(Id));
  return reached;
}

void PathSearchOperator::walk_from(Id start, std::vector<Id>& reached) {
  walk_.start(start);
  while (walk_.more(reached, plan_.once ? 1 : reached.size() + Batch::target_rows) && !plan_.once)
    memory_.hold((known_ids_ + reached.capacity()) * sizeof(Id));
  walked_ += reached.size() + 1;
}

/// Whether a path may end with whatever step it begins with.
bool PathSearchOperator::leads_at_once() const {
  return std::ranges::all_of(automaton_.first, [this](std::uint32_t state) {
    return automaton_.last[state] && automaton_.steps[state].predicate.defined();
  });
}

/// To read all edges costs about as much as to find an eighth of their nodes in the index. Many
/// more, above 128 MiB while they are arranged, could end a query that the index answers.
bool PathSearchOperator::wants_table() const {
  constexpr std::uint64_t edges_for_a_node = 8;
  constexpr std::uint64_t most_edges = std::uint64_t{1} << 22U;
  return edge_count_ && *edge_count_ <= most_edges && !plan_.once &&
         walked_ * edges_for_a_node > *edge_count_;
}

const std::vector<Id>& PathSearchOperator::reached_in_table(Id start) {
  if (!edges_) edges_.emplace(automaton_.steps, graphs_, context());
  fresh_.clear();
  if (automaton_.nullable) fresh_.push_back(start);
  edges_->reach(start, fresh_);
  return fresh_;
}

/// The same without remembering it: every start comes once. Most nodes of a graph have no edge of
/// the path's first steps, and where each of the others leads needs not be known for each to lead
/// somewhere.
const std::vector<Id>& PathSearchOperator::reached_once(Id start) {
  const bool steps = std::binary_search(steppers_.begin(), steppers_.end(), start);
  const bool arrives = steps ? plan_.once && leads_at_once() : automaton_.nullable;
  if (arrives || (automaton_.nullable && plan_.once)) {
    fresh_.assign(1, start);
    return fresh_;
  }
  if (edge_count_ && !plan_.once) return reached_in_table(start);
  fresh_.clear();
  walk_from(start, fresh_);
  return fresh_;
}

bool PathSearchOperator::is_node(Id id) {
  if (!id.defined() || id.tag() == IdTag::computed) return false;
  for (const Order order : {Order::spo, Order::osp})
    if (context().dataset.scan(order, {&id, 1}, graphs_, rdf::ColumnSet())->next().count != 0)
      return true;
  return false;
}

/// Every node from which the path may start: those of the first steps, or, when zero steps are
/// allowed, all.
void PathSearchOperator::find_starts() {
  for (const std::uint32_t state : automaton_.first) {
    const PathStep& step = automaton_.steps[state];
    if (step.predicate.defined())
      add_starts(steppers_, step.backward ? Order::pos : Order::pso, {&step.predicate, 1});
    else
      add_starts(steppers_, step.backward ? Order::osp : Order::spo, {});
  }
  make_set(steppers_);
  if (!automaton_.nullable) {
    starts_ = steppers_;
    return;
  }
  add_starts(starts_, Order::spo, {});
  add_starts(starts_, Order::osp, {});
  if (const auto* target = std::get_if<Id>(&target_)) starts_.push_back(*target);
  make_set(starts_);
}

void PathSearchOperator::add_starts(std::vector<Id>& starts, Order order,
                                    std::span<const Id> prefix) {
  const std::size_t column = prefix.size();
  const auto cursor = context().dataset.scan(order, prefix, graphs_, {column});
  Id last;
  for (rdf::Rows rows = cursor->next(); rows.count != 0; rows = cursor->next()) {
    for (std::size_t row = 0; row < rows.count; ++row) {
      const Id id = rows.columns[column][row];
      if (id != last) starts.push_back(id);
      last = id;
    }
    memory_.hold(starts.capacity() * sizeof(Id));
    context().check();
  }
}

} // namespace tela::sparql::evaluator
