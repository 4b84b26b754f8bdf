#pragma once

#include "sparql/evaluator/operator.h"

namespace tela::sparql::evaluator {

/// Rows of one permutation behind a prefix, within ranges, handed on without copying.
class IndexScanOperator final : public Operator {
 public:
  IndexScanOperator(const optimiser::PlanNode& node, const Surroundings& around);
  void skip_to(rdf::Id key) override;

 private:
  const Batch& produce() override;
  bool fetch();
  bool within_ranges();
  const Batch& hand_on(std::size_t from, std::size_t count);
  const Batch& without_unequal(std::size_t from, std::size_t count);

  const optimiser::IndexScan& scan_;
  std::unique_ptr<rdf::Cursor> cursor_;
  std::vector<std::size_t> sources_; ///< column of the cursor for each column of ours
  std::vector<std::pair<std::size_t, std::size_t>> equal_; ///< columns of one variable
  std::size_t first_free_ = 0;
  std::size_t range_ = 0; ///< the range the scan stands in
  rdf::Rows rows_;        ///< what the cursor gave last
  std::size_t begin_ = 0; ///< first row of rows_ not handed on
  std::size_t end_ = 0;   ///< end of the part of rows_ within range_
  Batch batch_;
  RowBuffer kept_;
};

/// Opens the cursor of a scan. `wanted`: see ColumnSet.
[[nodiscard]] std::unique_ptr<rdf::Cursor>
open_cursor(const optimiser::IndexScan& scan, const Surroundings& around, rdf::ColumnSet wanted);

/// The column of a cursor of `scan` that holds `slot`.
[[nodiscard]] std::size_t cursor_column(const optimiser::IndexScan& scan, Slot slot);

} // namespace tela::sparql::evaluator
