#pragma once

#include "rdf/id.h"
#include "sparql/evaluator/batch.h"
#include "sparql/evaluator/context.h"
#include "sparql/optimiser/plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tela::sparql::evaluator {

using optimiser::Slot;

/// What an operator has done in a run so far; its inputs included in the time.
struct Figures {
  std::uint64_t rows = 0;
  std::uint64_t nanoseconds = 0;
};

/// Where an operator stands: what it may use besides its inputs.
struct Surroundings {
  Context& context;
  const optimiser::Plan& plan;
  std::vector<Figures>& figures; ///< by PlanNode::number
  rdf::Id graph;                 ///< what GraphScope::current means here
};

/// One operator of a running query: gives its rows batch by batch when asked. One thread at a time.
class Operator {
 public:
  Operator(const optimiser::PlanNode& node, const Surroundings& around)
      : node_(node), around_(around), batch_memory_(around.context) {}
  virtual ~Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  /// The next rows, at least one unless there are no more; valid until the next call. Columns as in
  /// the plan node. Throws Error(limit) when the query is to stop.
  const Batch& next();

  /// The reader needs no row whose value in the first sorted column is below `key`; leaving some
  /// out is allowed, never needed. Ends the validity of the last batch.
  virtual void skip_to(rdf::Id /*key*/) {}

  [[nodiscard]] const std::vector<Slot>& columns() const { return node_.columns; }

 protected:
  virtual const Batch& produce() = 0;

  [[nodiscard]] const optimiser::PlanNode& node() const { return node_; }
  [[nodiscard]] const Surroundings& around() const { return around_; }
  [[nodiscard]] Context& context() const { return around_.context; }
  /// Charges what the next batch is going to take: to be called before many columns of many rows
  /// are made. next() sees to the others. Throws Error(limit).
  void expect_batch(std::size_t rows, std::size_t columns);
  /// The slot by which the rows come sorted first.
  [[nodiscard]] std::optional<Slot> lead() const {
    if (node_.sorted_by.empty()) return std::nullopt;
    return node_.sorted_by.front();
  }

 private:
  const optimiser::PlanNode& node_;
  Surroundings around_;
  Reservation batch_memory_; ///< of the largest batch so far
  std::size_t batch_bytes_ = 0;
};

using OperatorPtr = std::unique_ptr<Operator>;

/// The operator of a plan node with all its inputs.
[[nodiscard]] OperatorPtr make_operator(const optimiser::PlanNode& node,
                                        const Surroundings& around);

/// Place of `slot` in `columns`, or nothing.
[[nodiscard]] std::optional<std::size_t> find_column(const std::vector<Slot>& columns, Slot slot);

/// Rows that an operator makes itself, column by column.
class RowBuffer {
 public:
  explicit RowBuffer(std::size_t columns) : columns_(columns) { batch_.columns.resize(columns); }

  void clear() {
    for (auto& column : columns_) column.clear();
    count_ = 0;
  }
  [[nodiscard]] std::vector<rdf::Id>& column(std::size_t i) { return columns_[i]; }
  [[nodiscard]] const std::vector<rdf::Id>& column(std::size_t i) const { return columns_[i]; }
  [[nodiscard]] std::size_t column_count() const { return columns_.size(); }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// REQUIRES: every column has been given `rows` values more.
  void grow(std::size_t rows) { count_ += rows; }
  /// The rows of `source` that `rows` numbers, ascending or not, at the end.
  void append(const Batch& source, const std::vector<std::uint32_t>& rows);
  /// All rows of `source` at the end.
  void append(const Batch& source);
  [[nodiscard]] std::size_t bytes() const;

  /// The rows as a batch; valid until the buffer changes.
  const Batch& batch();
  /// Rows [from, from + count).
  const Batch& batch(std::size_t from, std::size_t count);

 private:
  std::vector<std::vector<rdf::Id>> columns_;
  std::size_t count_ = 0;
  Batch batch_;
};

/// An empty batch: the end.
[[nodiscard]] const Batch& no_rows();

} // namespace tela::sparql::evaluator
