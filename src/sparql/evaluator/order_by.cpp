#include "sparql/evaluator/order_by.h"

#include <algorithm>
#include <numeric>

namespace tela::sparql::evaluator {

using optimiser::PlanNode;
using rdf::Id;

OrderByOperator::OrderByOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      rows_(node.columns.size()), memory_(around.context),
      scratch_(around.context.words), frame_{around.context, scratch_}, pacer_(around.context),
      output_(node.columns.size()) {
  const auto& plan = std::get<optimiser::OrderByPlan>(node.op);
  const Layout layout{around.plan.variables, input_->columns()};
  for (const auto& key : plan.keys)
    keys_.push_back({compile(key.expression, layout, around), key.descending, {}});
  for (const Slot slot : node.columns) sources_.push_back(*find_column(input_->columns(), slot));
  if (plan.limit && *plan.limit < (1U << 20U)) limit_ = static_cast<std::size_t>(*plan.limit);
}

const Batch& OrderByOperator::produce() {
  if (!read_) read_all();
  const std::size_t count = std::min(order_.size() - next_, Batch::target_rows);
  output_.clear();
  const std::vector<std::uint32_t> part(order_.begin() + static_cast<std::ptrdiff_t>(next_),
                                        order_.begin() +
                                            static_cast<std::ptrdiff_t>(next_ + count));
  output_.append(rows_.batch(), part);
  next_ += count;
  return output_.batch();
}

void OrderByOperator::read_all() {
  read_ = true;
  while (limit_ != std::size_t{0}) {
    const Batch& batch = input_->next();
    if (batch.count == 0) break;
    add(batch);
    if (limit_ && rows_.count() > 2 * *limit_ + Batch::target_rows) shrink(*limit_);
    memory_.hold(rows_.bytes() + rows_.count() * (keys_.size() * sizeof(SortKey) + 4));
  }
  sort();
  if (limit_) order_.resize(std::min(order_.size(), *limit_));
}

void OrderByOperator::add(const Batch& batch) {
  frame_.batch = &batch;
  for (std::size_t row = 0; row < batch.count; ++row) {
    frame_.row = row;
    scratch_.reset();
    for (Key& key : keys_) {
      const Id id = to_id(key.expression->evaluate(frame_), frame_);
      key.values.emplace_back(id, frame_);
    }
    pacer_.step(16);
  }
  Batch picked;
  picked.count = batch.count;
  for (const std::size_t source : sources_) picked.columns.push_back(batch.columns[source]);
  rows_.append(picked);
}

int OrderByOperator::compare(std::uint32_t a, std::uint32_t b) {
  pacer_.step();
  for (Key& key : keys_) {
    scratch_.reset();
    const int order = SortKey::compare(key.values[a], key.values[b], frame_);
    if (order != 0) return key.descending ? -order : order;
  }
  return a < b ? -1 : 1; // rows that are equal stay in the order in which they came
}

void OrderByOperator::sort() {
  order_.resize(rows_.count());
  std::iota(order_.begin(), order_.end(), 0U);
  const auto less = [this](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; };
  if (limit_ && *limit_ < order_.size())
    std::partial_sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(*limit_),
                      order_.end(), less);
  else
    std::sort(order_.begin(), order_.end(), less);
}

/// Keeps the best `rows` rows, in the order in which they came.
void OrderByOperator::shrink(std::size_t rows) {
  order_.resize(rows_.count());
  std::iota(order_.begin(), order_.end(), 0U);
  const auto middle = order_.begin() + static_cast<std::ptrdiff_t>(rows);
  std::nth_element(order_.begin(), middle, order_.end(),
                   [this](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
  order_.resize(rows);
  std::sort(order_.begin(), order_.end());
  RowBuffer kept(rows_.column_count());
  kept.append(rows_.batch(), order_);
  rows_ = std::move(kept);
  for (Key& key : keys_) {
    std::vector<SortKey> values;
    for (const std::uint32_t row : order_) values.push_back(key.values[row]);
    key.values = std::move(values);
  }
}

// --- by id ----------------------------------------------------------------------------------

SortByIdOperator::SortByIdOperator(const PlanNode& node, const Surroundings& around)
    : Operator(node, around), input_(make_operator(*node.inputs[0], around)),
      rows_(input_->columns().size()), memory_(around.context), output_(node.columns.size()) {
  for (const Slot slot : std::get<optimiser::SortById>(node.op).slots)
    keys_.push_back(*find_column(input_->columns(), slot));
  for (const Slot slot : node.columns) outputs_.push_back(*find_column(input_->columns(), slot));
}

void SortByIdOperator::read_all() {
  read_ = true;
  while (true) {
    const Batch& batch = input_->next();
    if (batch.count == 0) break;
    rows_.append(batch);
    memory_.hold(rows_.bytes() + rows_.count() * 4);
  }
  order_.resize(rows_.count());
  std::iota(order_.begin(), order_.end(), 0U);
  Pacer pacer(context());
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    pacer.step();
    for (const std::size_t key : keys_) {
      const auto& ids = rows_.column(key);
      if (ids[a] != ids[b]) return ids[a] < ids[b];
    }
    return a < b;
  });
}

void SortByIdOperator::skip_to(Id key) {
  if (!read_) read_all();
  const auto& ids = rows_.column(keys_[0]);
  const auto at =
      std::lower_bound(order_.begin() + static_cast<std::ptrdiff_t>(next_), order_.end(), key,
                       [&](std::uint32_t row, Id wanted) { return ids[row] < wanted; });
  next_ = static_cast<std::size_t>(at - order_.begin());
}

const Batch& SortByIdOperator::produce() {
  if (!read_) read_all();
  const std::size_t count = std::min(order_.size() - next_, Batch::target_rows);
  output_.clear();
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    const auto& from = rows_.column(outputs_[i]);
    auto& column = output_.column(i);
    for (std::size_t j = 0; j < count; ++j) column.push_back(from[order_[next_ + j]]);
  }
  output_.grow(count);
  next_ += count;
  return output_.batch();
}

} // namespace tela::sparql::evaluator
