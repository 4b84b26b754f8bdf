#pragma once

#include "sparql/evaluator/operator.h"

namespace tela::sparql::evaluator {

/// GRAPH ?g { … } where the graphs have to be gone through one by one.
class GraphLoopOperator final : public Operator {
 public:
  GraphLoopOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  const Batch& produce() override;
  bool next_graph();
  void add_rows(const Batch& batch);

  Slot slot_;
  std::size_t next_ = 0; ///< graph
  rdf::Id graph_;
  OperatorPtr input_;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
