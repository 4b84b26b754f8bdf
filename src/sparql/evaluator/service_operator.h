#pragma once

#include "sparql/evaluator/operator.h"
#include "sparql/evaluator/service_answer.h"

#include <map>
#include <set>

namespace tela::sparql::evaluator {

/// SERVICE: asks an endpoint through the query's ServiceHandler and joins the answer with the
/// input's rows. It is asked for many rows at once, with the values that bind what the pattern
/// shares with every row; where the next rows have no other values, the answer is kept.
class ServiceOperator final : public Operator {
 public:
  ServiceOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  using Key = ServiceAnswer::Key;
  /// What an endpoint was asked for, and said.
  struct Asked {
    Asked(std::set<Key> wanted, ServiceAnswer nothing, const Context& context)
        : keys(std::move(wanted)), answer(std::move(nothing)), memory(context) {}

    std::set<Key> keys;
    ServiceAnswer answer;
    Reservation memory;
  };
  /// Where a column of the result comes from: the input, the answer, or whichever binds it.
  struct Source {
    std::optional<std::size_t> mine, theirs;
  };

  const Batch& produce() override;
  bool next_rows();
  void hold_rows(std::map<rdf::Id, std::set<Key>>& wanted);
  void join_row();
  [[nodiscard]] Key key_of(std::size_t row) const;
  [[nodiscard]] std::optional<rdf::Id> endpoint_of(std::size_t row) const;
  void ask(rdf::Id endpoint, std::set<Key> keys);
  void ask(const rdf::Term& endpoint, Asked& asked);
  [[nodiscard]] ServiceBindings bindings_of(const std::set<Key>& keys) const;
  void join(const rdf::Id* answer);

  const optimiser::ServicePlan& plan_;
  OperatorPtr input_;
  std::vector<Source> sources_;            ///< of each column
  std::vector<std::size_t> mine_, theirs_; ///< columns of the key: of the input, of plan_.slots
  std::map<rdf::Id, Asked> answers_;       ///< by endpoint
  Reservation memory_;                     ///< of held_
  Pacer pacer_;
  RowBuffer output_;
  std::vector<rdf::Id> joined_; ///< the row in hand

  RowBuffer held_;       ///< rows of the input whose answers are there
  std::size_t row_ = 0;  ///< of held_, to be joined
  std::size_t next_ = 0; ///< of its candidates
};

} // namespace tela::sparql::evaluator
