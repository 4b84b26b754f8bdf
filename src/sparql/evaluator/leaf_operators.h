#pragma once

#include "sparql/evaluator/operator.h"

/// The operators without inputs, besides index scans.
namespace tela::sparql::evaluator {

/// Rows that stand in the plan: VALUES, the one empty row, none, the named graphs.
class ConstantOperator final : public Operator {
 public:
  ConstantOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  const Batch& produce() override;

  RowBuffer rows_;
  std::size_t next_ = 0;
};

} // namespace tela::sparql::evaluator
