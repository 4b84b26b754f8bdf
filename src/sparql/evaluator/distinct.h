#pragma once

#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/operator.h"

namespace tela::sparql::evaluator {

/// DISTINCT: each row when it comes for the first time.
class DistinctOperator final : public Operator {
 public:
  DistinctOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override { input_->skip_to(key); }

 private:
  const Batch& produce() override;
  [[nodiscard]] bool is_new();

  OperatorPtr input_;
  bool sorted_;
  RowNumbers met_; ///< unless sorted_
  std::vector<std::size_t> sources_;
  std::vector<rdf::Id> row_;     ///< the row in hand
  std::vector<rdf::Id> current_; ///< the last row given, when sorted_
  bool any_ = false;             ///< whether there is one
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
