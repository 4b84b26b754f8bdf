#pragma once

#include "sparql/evaluator/expression.h"
#include "sparql/evaluator/ordering.h"

namespace tela::sparql::evaluator {

/// ORDER BY: reads everything, sorts, gives it back. Stable. With a limit it holds a few times as
/// many rows as it will give.
class OrderByOperator final : public Operator {
 public:
  OrderByOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  const Batch& produce() override;
  void read_all();
  void add(const Batch& batch);
  void sort();
  void shrink(std::size_t rows);
  [[nodiscard]] int compare(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] bool beaten(const Batch& batch, std::size_t row);

  struct Key {
    ExpressionPtr expression;
    bool descending;
    std::vector<SortKey> values; ///< of the rows held
  };

  OperatorPtr input_;
  std::vector<std::size_t> sources_;
  std::vector<Key> keys_;
  std::optional<std::size_t> limit_;
  RowBuffer rows_;
  Reservation memory_;
  Scratch scratch_;
  Frame frame_;
  Pacer pacer_;
  std::vector<std::uint32_t> order_; ///< rows in their final order
  bool read_ = false;
  std::size_t next_ = 0;
  RowBuffer output_;
};

/// Sorted by id.
class SortByIdOperator final : public Operator {
 public:
  SortByIdOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  const Batch& produce() override;
  void read_all();

  OperatorPtr input_;
  std::vector<std::size_t> keys_;    ///< columns of rows_
  std::vector<std::size_t> outputs_; ///< columns of rows_ for each of ours
  RowBuffer rows_;
  Reservation memory_;
  std::vector<std::uint32_t> order_;
  bool read_ = false;
  std::size_t next_ = 0;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
