#include "sparql/evaluator/index_scan.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

std::unique_ptr<rdf::Cursor> open_cursor(const optimiser::IndexScan& scan,
                                         const Surroundings& around, rdf::ColumnSet wanted) {
  return around.context.dataset.scan(scan.order, scan.prefix,
                                     around.context.selection(scan.graph, around.graph), wanted);
}

std::size_t cursor_column(const optimiser::IndexScan& scan, Slot slot) {
  const auto at = std::find(scan.slots.begin(), scan.slots.end(), slot);
  return static_cast<std::size_t>(at - scan.slots.begin()); // 3, the graph, when it is no position
}

IndexScanOperator::IndexScanOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), scan_(std::get<optimiser::IndexScan>(node.op)),
      first_free_(scan_.prefix.size()), kept_(node.columns.size()) {
  rdf::ColumnSet wanted;
  for (const Slot slot : node.columns) {
    sources_.push_back(cursor_column(scan_, slot));
    wanted.insert(sources_.back());
  }
  // A variable that stands twice: its later places must equal the first (the graph is the last).
  for (std::size_t i = first_free_; i < 3; ++i) {
    const std::size_t first = cursor_column(scan_, *scan_.slots[i]);
    if (first != i) equal_.emplace_back(first, i);
    if (scan_.graph.slot == scan_.slots[i] &&
        scan_.graph.kind == optimiser::GraphScope::Kind::each_named)
      equal_.emplace_back(i, 3);
  }
  for (const auto& [a, b] : equal_) {
    wanted.insert(a);
    wanted.insert(b);
  }
  if (!scan_.ranges.empty()) wanted.insert(first_free_);
  cursor_ = open_cursor(scan_, around, wanted);
  batch_.columns.resize(sources_.size());
}

void IndexScanOperator::skip_to(Id key) {
  if (first_free_ >= 3) return;
  if (end_ < rows_.count) { // rows behind the range that has just been handed on
    const Id* lead = rows_.columns[first_free_];
    end_ = static_cast<std::size_t>(std::lower_bound(lead + end_, lead + rows_.count, key) - lead);
    begin_ = end_;
    if (end_ < rows_.count) return;
  }
  cursor_->seek({&key, 1});
}

const Batch& IndexScanOperator::produce() {
  while (fetch()) {
    const std::size_t from = begin_;
    const std::size_t count = end_ - begin_;
    begin_ = end_;
    const Batch& batch = equal_.empty() ? hand_on(from, count) : without_unequal(from, count);
    if (batch.count != 0) return batch;
  }
  return no_rows();
}

/// Sets [begin_, end_) to rows that are wanted; false at the end.
bool IndexScanOperator::fetch() {
  if (!scan_.ranges.empty()) return within_ranges();
  rows_ = cursor_->next();
  begin_ = 0;
  end_ = rows_.count;
  return rows_.count != 0;
}

bool IndexScanOperator::within_ranges() {
  while (range_ < scan_.ranges.size()) {
    const optimiser::IdRange& range = scan_.ranges[range_];
    if (end_ >= rows_.count) {
      cursor_->seek({&range.from, 1});
      rows_ = cursor_->next();
      begin_ = end_ = 0;
      if (rows_.count == 0) return false;
    }
    const Id* lead = rows_.columns[first_free_];
    begin_ = static_cast<std::size_t>(
        std::lower_bound(lead + end_, lead + rows_.count, range.from) - lead);
    end_ = static_cast<std::size_t>(std::upper_bound(lead + begin_, lead + rows_.count, range.to) -
                                    lead);
    if (end_ < rows_.count) ++range_; // what follows lies behind this range
    if (begin_ < end_) return true;
  }
  return false;
}

const Batch& IndexScanOperator::hand_on(std::size_t from, std::size_t count) {
  batch_.count = count;
  for (std::size_t i = 0; i < sources_.size(); ++i)
    batch_.columns[i] = rows_.columns[sources_[i]] + from;
  return batch_;
}

const Batch& IndexScanOperator::without_unequal(std::size_t from, std::size_t count) {
  std::vector<std::uint32_t> same;
  for (std::size_t row = 0; row < count; ++row)
    if (std::all_of(equal_.begin(), equal_.end(), [&](const auto& pair) {
          return rows_.columns[pair.first][from + row] == rows_.columns[pair.second][from + row];
        }))
      same.push_back(static_cast<std::uint32_t>(row));
  kept_.clear();
  kept_.append(hand_on(from, count), same);
  return kept_.batch();
}

} // namespace tela::sparql::evaluator
