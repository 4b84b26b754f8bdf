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
  /// Rows of an endpoint, one after the other, in the order of plan_.slots.
  struct Answer {
    std::vector<rdf::Id> ids;
    std::size_t rows = 0;
  };
  /// Where a column of the result comes from: the input, the answer, or whichever binds it.
  struct Source {
    std::optional<std::size_t> mine, theirs;
  };

  const Batch& produce() override;
  bool next_batch();
  void join_row();
  [[nodiscard]] std::optional<rdf::Id> endpoint_of(const Batch& batch, std::size_t row) const;
  const Answer& answer_of(rdf::Id endpoint);
  void ask(const rdf::Term& endpoint, Answer& answer);
  void join(const rdf::Id* answer);

  const optimiser::ServicePlan& plan_;
  OperatorPtr input_;
  std::vector<Source> sources_; ///< of each column
  std::map<rdf::Id, Answer> answers_;
  Reservation memory_; ///< of answers_
  Pacer pacer_;
  RowBuffer output_;
  std::vector<rdf::Id> joined_; ///< the row in hand

  const Batch* batch_ = nullptr;       ///< of the input
  std::size_t row_ = 0;                ///< of batch_, to be joined
  const Answer* row_answer_ = nullptr; ///< what it is joined with; null: not asked for yet
  std::size_t next_ = 0;               ///< row of row_answer_
};

} // namespace tela::sparql::evaluator
