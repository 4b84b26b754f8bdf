#pragma once

#include "sparql/evaluator/edge_table.h"
#include "sparql/evaluator/operator.h"
#include "sparql/evaluator/path_walk.h"

#include <optional>
#include <unordered_map>

namespace tela::sparql::evaluator {

/// Pairs of nodes linked by a closure path (section 18.5, ArbitraryLengthPath and its kin). Starts
/// are the values of the input's rows, a constant, or every node that can start; where each leads
/// is remembered for the rows that start there too.
class PathSearchOperator final : public Operator {
 public:
  PathSearchOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  const Batch& produce() override;
  const Batch& from_constant();
  const Batch& from_rows();
  bool next_row();
  void emit(rdf::Id from, const std::vector<rdf::Id>& reached);
  [[nodiscard]] bool is_wanted(rdf::Id from, rdf::Id to) const;

  const std::vector<rdf::Id>& reached_from(rdf::Id start);
  void walk_from(rdf::Id start, std::vector<rdf::Id>& reached);
  [[nodiscard]] bool wants_table() const;
  [[nodiscard]] bool leads_at_once() const;
  const std::vector<rdf::Id>& reached_in_table(rdf::Id start);
  bool is_node(rdf::Id id);
  const std::vector<rdf::Id>& reached_once(rdf::Id start);
  void find_starts();
  void add_starts(std::vector<rdf::Id>& starts, rdf::Order order, std::span<const rdf::Id> prefix);

  const optimiser::PathSearch& plan_;
  const optimiser::PathEnd& start_;  ///< the end from which is searched
  const optimiser::PathEnd& target_; ///< the other one
  rdf::GraphSelection graphs_;
  PathAutomaton automaton_;
  PathWalk walk_;

  OperatorPtr input_;                                       ///< none: starts_ or a constant
  std::optional<std::size_t> start_column_, target_column_; ///< of the input
  const Batch* batch_ = nullptr;
  std::size_t row_ = 0;

  bool begun_ = false;
  std::vector<rdf::Id> starts_;   ///< without an input and a constant
  std::vector<rdf::Id> steppers_; ///< of these, when others may start too, those with a first step
  std::size_t next_start_ = 0;
  std::optional<EdgeTable> edges_;          ///< to search from many starts
  std::optional<std::uint64_t> edge_count_; ///< that it would hold; none: the path has no table
  std::uint64_t walked_ = 0;                ///< nodes that were found in the index

  const std::vector<rdf::Id>* reached_ = nullptr; ///< of the row in hand
  std::size_t offset_ = 0;
  std::unordered_map<rdf::Id, std::vector<rdf::Id>> known_;
  std::size_t known_ids_ = 0;
  Reservation memory_;
  std::vector<rdf::Id> fresh_;
  RowBuffer output_;
};

} // namespace tela::sparql::evaluator
