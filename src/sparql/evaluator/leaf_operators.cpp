#include "sparql/evaluator/leaf_operators.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using optimiser::PlanNode;
using rdf::Id;

ConstantOperator::ConstantOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), rows_(node.columns.size()) {
  if (const auto* values = std::get_if<optimiser::ValuesPlan>(&node.op)) {
    for (std::size_t i = 0; i < node.columns.size(); ++i) {
      const std::size_t cell = *find_column(values->slots, node.columns[i]);
      for (const auto& row : values->rows) rows_.column(i).push_back(row[cell]);
    }
    rows_.grow(values->rows.size());
  } else if (std::holds_alternative<optimiser::NamedGraphs>(node.op)) {
    for (std::size_t i = 0; i < node.columns.size(); ++i)
      rows_.column(i) = around.context.graph_names;
    rows_.grow(around.context.graph_names.size());
  } else if (std::holds_alternative<optimiser::Unit>(node.op)) {
    rows_.grow(1);
  }
}

void ConstantOperator::skip_to(Id key) {
  if (!lead() || columns().empty() || columns()[0] != *lead()) return;
  const auto& ids = rows_.column(0);
  next_ = static_cast<std::size_t>(
      std::lower_bound(ids.begin() + static_cast<std::ptrdiff_t>(next_), ids.end(), key) -
      ids.begin());
}

const Batch& ConstantOperator::produce() {
  const std::size_t count = std::min(rows_.count() - next_, Batch::target_rows);
  const std::size_t from = next_;
  next_ += count;
  return rows_.batch(from, count);
}

} // namespace tela::sparql::evaluator
