#pragma once

#include "sparql/evaluator/condition.h"
#include "sparql/evaluator/id_expression.h"
#include "sparql/evaluator/operator.h"

/// The operators that work on each row as it comes.
namespace tela::sparql::evaluator {

class FilterOperator final : public Operator {
 public:
  FilterOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override { input_->skip_to(key); }

 private:
  const Batch& produce() override;

  OperatorPtr input_;
  Conditions conditions_;
  std::vector<std::size_t> sources_; ///< input column of each of ours
  std::vector<std::uint32_t> rows_;
  Batch picked_;
  RowBuffer output_;
};

/// BIND and expressions of SELECT.
class ExtendOperator final : public Operator {
 public:
  ExtendOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override { input_->skip_to(key); }

 private:
  const Batch& produce() override;

  OperatorPtr input_;
  IdExpression expression_;
  std::size_t column_;
  std::vector<std::size_t> sources_;
  Scratch scratch_;
  std::uint64_t solution_; ///< of the next row: the same in a chain of BINDs, in no other
  std::vector<rdf::Id> values_;
  Batch batch_;
};

/// Other columns of the same rows; those the input has not are unbound.
class ProjectOperator final : public Operator {
 public:
  ProjectOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override {
    if (lead()) input_->skip_to(key);
  }

 private:
  const Batch& produce() override;

  OperatorPtr input_;
  std::vector<std::optional<std::size_t>> sources_;
  std::vector<rdf::Id> unbound_;
  Batch batch_;
};

class SliceOperator final : public Operator {
 public:
  SliceOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  const Batch& produce() override;

  OperatorPtr input_;
  std::uint64_t skip_;
  std::uint64_t left_;
  Batch batch_;
};

class UnionOperator final : public Operator {
 public:
  UnionOperator(const optimiser::PlanNode& node, const Surroundings& around);

 private:
  const Batch& produce() override;

  std::size_t at_ = 0;
  OperatorPtr input_; ///< number at_
  std::vector<rdf::Id> unbound_;
  Batch batch_;
};

} // namespace tela::sparql::evaluator
