#include "sparql/evaluator/graph_loop.h"

namespace tela::sparql::evaluator {

using rdf::Id;

GraphLoopOperator::GraphLoopOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), slot_(std::get<optimiser::GraphLoop>(node.op).slot),
      output_(node.columns.size()) {}

const Batch& GraphLoopOperator::produce() {
  output_.clear();
  while (output_.count() == 0) {
    if (!input_ && !next_graph()) break;
    const Batch& batch = input_->next();
    if (batch.count == 0)
      input_.reset();
    else
      add_rows(batch);
  }
  return output_.batch();
}

bool GraphLoopOperator::next_graph() {
  const auto& graphs = context().graph_names;
  if (next_ == graphs.size()) return false;
  graph_ = graphs[next_++];
  Surroundings inside = around();
  inside.graph = graph_;
  input_ = make_operator(*node().inputs[0], inside);
  return true;
}

/// Joins rows with the name of the graph: a row that binds the variable to another one goes.
void GraphLoopOperator::add_rows(const Batch& batch) {
  const auto bound = find_column(input_->columns(), slot_);
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < batch.count; ++row) {
    const Id value = bound ? batch.columns[*bound][row] : Id{};
    if (!value.defined() || value == graph_) rows.push_back(static_cast<std::uint32_t>(row));
  }
  for (std::size_t i = 0; i < columns().size(); ++i) {
    auto& column = output_.column(i);
    const auto source = find_column(input_->columns(), columns()[i]);
    for (const std::uint32_t row : rows)
      column.push_back(columns()[i] == slot_ || !source ? graph_ : batch.columns[*source][row]);
  }
  output_.grow(rows.size());
}

} // namespace tela::sparql::evaluator
