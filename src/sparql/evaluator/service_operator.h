#pragma once

#include "sparql/evaluator/operator.h"

#include <map>

namespace tela::sparql::evaluator {

/// SERVICE: asks an endpoint through the query's ServiceHandler, once for each endpoint that the
/// input names, and joins the answer with the input's rows.
class ServiceOperator final : public Operator {
 public:
  ServiceOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  using Row = std::vector<rdf::Id>; ///< in the order of plan_.slots

  const Batch& produce() override;
  [[nodiscard]] std::optional<rdf::Id> endpoint_of(const Batch& batch, std::size_t row) const;
  const std::vector<Row>& answer_of(rdf::Id endpoint);
  std::vector<Row> ask(const rdf::Term& endpoint);
  void join(const Batch& batch, std::size_t row, const Row& answer);

  const optimiser::ServicePlan& plan_;
  OperatorPtr input_;
  std::map<rdf::Id, std::vector<Row>> answers_;
  Reservation memory_;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
