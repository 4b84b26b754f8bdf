#include "sparql/evaluator/distinct.h"

namespace tela::sparql::evaluator {

DistinctOperator::DistinctOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      sorted_(std::get<optimiser::DistinctPlan>(node.op).sorted),
      met_(node.columns.size(), around.context), row_(node.columns.size()),
      output_(node.columns.size()) {
  for (const Slot slot : node.columns) sources_.push_back(*find_column(input_->columns(), slot));
}

const Batch& DistinctOperator::produce() {
  while (true) {
    const Batch& batch = input_->next();
    if (batch.count == 0) return no_rows();
    output_.clear();
    for (std::size_t row = 0; row < batch.count; ++row) {
      for (std::size_t i = 0; i < row_.size(); ++i) row_[i] = batch.columns[sources_[i]][row];
      if (!is_new()) continue;
      for (std::size_t i = 0; i < row_.size(); ++i) output_.column(i).push_back(row_[i]);
      output_.grow(1);
    }
    if (output_.count() != 0) return output_.batch();
  }
}

bool DistinctOperator::is_new() {
  if (!sorted_) return met_.insert(row_).second;
  if (any_ && row_ == current_) return false;
  any_ = true;
  current_ = row_;
  return true;
}

} // namespace tela::sparql::evaluator
