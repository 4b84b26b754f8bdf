#pragma once

#include "sparql/evaluator/aggregate.h"
#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/id_expression.h"

namespace tela::sparql::evaluator {

/// GROUP BY: numbers the groups, by their keys in a table or, where rows of a group come together,
/// by where the keys change, and hands the rows to the aggregators. Groups come in the order in
/// which they were met.
class GroupOperator final : public Operator {
 public:
  GroupOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  const Batch& produce() override;
  void read_all();
  [[nodiscard]] std::size_t bytes_of_group() const;
  void evaluate_keys(const Batch& batch);
  void number_rows(const Batch& batch);
  std::uint32_t number_of(std::span<const rdf::Id> key);
  void finish();

  struct Key {
    std::optional<IdExpression> expression; ///< none: a column of the input
    std::size_t column = 0;                 ///< of the input
    bool missing = false;                   ///< the input never binds it
    std::vector<rdf::Id> values;            ///< of the batch in hand
  };

  const optimiser::GroupPlan& plan_;
  OperatorPtr input_;
  std::vector<Key> keys_;
  std::vector<AggregatorPtr> aggregators_;
  RowNumbers table_;                  ///< unless plan_.sorted
  std::vector<rdf::Id> group_keys_;   ///< of sorted input: group after group
  std::vector<std::uint32_t> groups_; ///< of the rows of the batch in hand
  std::uint32_t count_ = 0;
  Reservation memory_;
  Scratch scratch_;
  std::uint64_t solution_ = 0;
  RowBuffer output_;
  bool read_ = false;
  std::size_t next_ = 0;
};

} // namespace tela::sparql::evaluator
