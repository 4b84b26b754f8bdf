#pragma once

#include "sparql/evaluator/condition.h"
#include "sparql/evaluator/matcher.h"

namespace tela::sparql::evaluator {

/// Joins of all kinds: a matcher finds pairs that agree in the keys; what else must hold is checked
/// here, and what becomes of the left rows is decided here.
class JoinOperator final : public Operator {
 public:
  JoinOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  using Kind = optimiser::JoinKind;

  static constexpr std::size_t first_row_limit = 16;

  const Batch& produce() override;
  bool next_left();
  void match_some();
  void adapt_row_limit(std::uint32_t row);
  void finish_left();
  void check_pairs();
  bool check_loose(std::size_t pair);
  void emit_pairs();
  void emit_left(bool matched);
  void emit_marked();
  void emit_unmatched();

  void arrange_columns(const optimiser::PlanNode& right);
  [[nodiscard]] bool keeps_right() const {
    return join_.kind == Kind::inner || join_.kind == Kind::left;
  }
  [[nodiscard]] bool checks() const { return !loose_.empty() || !conditions_->empty(); }

  /// A variable that both sides may or may not bind.
  struct Loose {
    std::size_t candidate; ///< its column among the candidates, with the left value
    std::size_t right;     ///< its column among pairs_.right
  };

  const optimiser::JoinPlan& join_;
  OperatorPtr left_input_;
  MatcherPtr matcher_;
  std::unique_ptr<Conditions> conditions_;
  std::vector<Loose> loose_;

  // Candidates: pairs put together, first the left columns, then those of the right that the left
  // has not.
  std::vector<Slot> candidate_columns_;
  std::size_t left_count_ = 0;     ///< how many of them come from the left
  std::vector<std::size_t> fresh_; ///< of each other one: its column among pairs_.right
  RowBuffer candidates_{0};
  std::vector<std::uint32_t> kept_; ///< candidates that passed
  std::vector<std::size_t> out_;    ///< candidate column of each output column

  const Batch* left_ = nullptr;
  std::optional<std::size_t> lead_column_;
  rdf::Id last_lead_;
  bool ended_ = false;
  std::vector<bool> matched_; ///< left rows that have a partner
  Pairs pairs_;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
