#include "sparql/evaluator/row_operators.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tela::sparql::evaluator {

using optimiser::ExtendPlan;
using optimiser::PlanNode;

namespace {

std::vector<std::size_t> columns_in(const std::vector<Slot>& columns, const Operator& input) {
  std::vector<std::size_t> sources;
  sources.reserve(columns.size());
  for (const Slot slot : columns) sources.push_back(*find_column(input.columns(), slot));
  return sources;
}

} // namespace

// --- filter ---------------------------------------------------------------------------------

FilterOperator::FilterOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      conditions_(std::get<optimiser::FilterPlan>(node.op).conditions,
                  Layout{around.plan.variables, input_->columns()}, around),
      sources_(columns_in(node.columns, *input_)), output_(node.columns.size()) {
  picked_.columns.resize(sources_.size());
}

const Batch& FilterOperator::produce() {
  while (true) {
    const Batch& batch = input_->next();
    if (batch.count == 0) return no_rows();
    rows_.resize(batch.count);
    std::iota(rows_.begin(), rows_.end(), 0U);
    conditions_.keep_true(batch, rows_);
    if (rows_.empty()) continue;
    picked_.count = batch.count;
    for (std::size_t i = 0; i < sources_.size(); ++i)
      picked_.columns[i] = batch.columns[sources_[i]];
    if (rows_.size() == batch.count) return picked_;
    output_.clear();
    output_.append(picked_, rows_);
    return output_.batch();
  }
}

// --- extend ---------------------------------------------------------------------------------

namespace {

/// The lowest of the BINDs that stand directly upon one another: they see the same solutions in
/// the same order.
std::uint64_t chain_of(const PlanNode& node) {
  const PlanNode* at = &node;
  while (std::holds_alternative<ExtendPlan>(at->inputs[0]->op)) at = at->inputs[0].get();
  return std::uint64_t{at->number} << 40U;
}

} // namespace

ExtendOperator::ExtendOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      expression_(std::get<ExtendPlan>(node.op).expression,
                  Layout{around.plan.variables, input_->columns()}, around),
      column_(*find_column(node.columns, std::get<ExtendPlan>(node.op).slot)),
      scratch_(around.context.words), solution_(chain_of(node)) {
  for (std::size_t i = 0; i < node.columns.size(); ++i)
    sources_.push_back(i == column_ ? 0 : *find_column(input_->columns(), node.columns[i]));
  batch_.columns.resize(sources_.size());
}

const Batch& ExtendOperator::produce() {
  const Batch& input = input_->next();
  batch_.count = input.count;
  values_.resize(input.count);
  Frame frame{context(), scratch_, &input};
  for (std::size_t row = 0; row < input.count; ++row) {
    if ((row & 255U) == 255) context().check();
    frame.row = row;
    frame.solution = solution_++;
    values_[row] = expression_.evaluate(frame);
  }
  for (std::size_t i = 0; i < sources_.size() && input.count != 0; ++i)
    batch_.columns[i] = i == column_ ? values_.data() : input.columns[sources_[i]];
  return batch_;
}

// --- project --------------------------------------------------------------------------------

ProjectOperator::ProjectOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)) {
  for (const Slot slot : node.columns) sources_.push_back(find_column(input_->columns(), slot));
  batch_.columns.resize(sources_.size());
}

const Batch& ProjectOperator::produce() {
  const Batch& input = input_->next();
  batch_.count = input.count;
  if (unbound_.size() < input.count) unbound_.resize(input.count);
  for (std::size_t i = 0; i < sources_.size() && input.count != 0; ++i)
    batch_.columns[i] = sources_[i] ? input.columns[*sources_[i]] : unbound_.data();
  return batch_;
}

// --- slice ----------------------------------------------------------------------------------

SliceOperator::SliceOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      skip_(std::get<optimiser::SlicePlan>(node.op).offset),
      left_(std::get<optimiser::SlicePlan>(node.op).limit.value_or(
          std::numeric_limits<std::uint64_t>::max())) {
  batch_.columns.resize(node.columns.size());
}

const Batch& SliceOperator::produce() {
  while (left_ != 0) {
    const Batch& input = input_->next();
    if (input.count == 0) break;
    const std::uint64_t dropped = std::min<std::uint64_t>(skip_, input.count);
    skip_ -= dropped;
    if (dropped == input.count) continue;
    batch_.count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, input.count - dropped));
    left_ -= batch_.count;
    for (std::size_t i = 0; i < batch_.columns.size(); ++i)
      batch_.columns[i] = input.columns[*find_column(input_->columns(), columns()[i])] + dropped;
    return batch_;
  }
  return no_rows();
}

// --- union ----------------------------------------------------------------------------------

UnionOperator::UnionOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around) {
  batch_.columns.resize(node.columns.size());
}

const Batch& UnionOperator::produce() {
  for (; at_ < node().inputs.size(); ++at_, input_.reset()) {
    if (!input_) input_ = make_operator(*node().inputs[at_], around());
    const Batch& input = input_->next();
    if (input.count == 0) continue;
    if (unbound_.size() < input.count) unbound_.resize(input.count);
    batch_.count = input.count;
    for (std::size_t i = 0; i < batch_.columns.size(); ++i) {
      const auto source = find_column(input_->columns(), columns()[i]);
      batch_.columns[i] = source ? input.columns[*source] : unbound_.data();
    }
    return batch_;
  }
  return no_rows();
}

} // namespace tela::sparql::evaluator
