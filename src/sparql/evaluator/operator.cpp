#include "sparql/evaluator/operator.h"

#include <algorithm>
#include <chrono>

namespace tela::sparql::evaluator {

const Batch& Operator::next() {
  context().check();
  const auto start = std::chrono::steady_clock::now();
  const Batch& batch = produce();
  const auto spent = std::chrono::steady_clock::now() - start;
  expect_batch(batch.count, batch.columns.size());
  Figures& figures = around_.figures[node_.number];
  figures.rows += batch.count;
  figures.nanoseconds += static_cast<std::uint64_t>(spent.count());
  return batch;
}

void Operator::expect_batch(std::size_t rows, std::size_t columns) {
  const std::size_t bytes = rows * columns * sizeof(rdf::Id);
  if (bytes <= batch_bytes_) return;
  batch_memory_.hold(bytes);
  batch_bytes_ = bytes;
}

std::optional<std::size_t> find_column(const std::vector<Slot>& columns, Slot slot) {
  const auto at = std::find(columns.begin(), columns.end(), slot);
  if (at == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(at - columns.begin());
}

void RowBuffer::append(const Batch& source, const std::vector<std::uint32_t>& rows) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const rdf::Id* from = source.columns[i];
    auto& column = columns_[i];
    const std::size_t old = column.size();
    column.resize(old + rows.size());
    for (std::size_t j = 0; j < rows.size(); ++j) column[old + j] = from[rows[j]];
  }
  count_ += rows.size();
}

void RowBuffer::append(const Batch& source) {
  for (std::size_t i = 0; i < columns_.size(); ++i)
    columns_[i].insert(columns_[i].end(), source.columns[i], source.columns[i] + source.count);
  count_ += source.count;
}

std::size_t RowBuffer::bytes() const {
  std::size_t bytes = 0;
  for (const auto& column : columns_) bytes += column.capacity() * sizeof(rdf::Id);
  return bytes;
}

const Batch& RowBuffer::batch() {
  return batch(0, count_);
}

const Batch& RowBuffer::batch(std::size_t from, std::size_t count) {
  batch_.count = count;
  for (std::size_t i = 0; i < columns_.size(); ++i) batch_.columns[i] = columns_[i].data() + from;
  return batch_;
}

const Batch& no_rows() {
  static const Batch empty;
  return empty;
}

} // namespace tela::sparql::evaluator
