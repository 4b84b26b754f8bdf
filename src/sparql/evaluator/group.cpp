#include "sparql/evaluator/group.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

GroupOperator::GroupOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), plan_(std::get<optimiser::GroupPlan>(node.op)),
      input_(make_operator(*node.inputs[0], around)), table_(plan_.keys.size(), around.context),
      memory_(around.context), scratch_(around.context.words),
      solution_(std::uint64_t{node.number} << 40U), output_(node.columns.size()) {
  const Layout layout{around.plan.variables, input_->columns()};
  for (const auto& key : plan_.keys) {
    Key& mine = keys_.emplace_back();
    if (key.expression) {
      mine.expression.emplace(*key.expression, layout, around);
    } else {
      const auto column = find_column(input_->columns(), key.slot);
      mine.missing = !column;
      mine.column = column.value_or(0);
    }
  }
  for (const auto& output : plan_.outputs)
    aggregators_.push_back(make_aggregator(output.aggregate, layout, around));
}

void GroupOperator::skip_to(Id key) {
  // Only groups that come sorted may be left out, and only before they have been made.
  if (!read_ && plan_.sorted && lead()) input_->skip_to(key);
}

const Batch& GroupOperator::produce() {
  if (!read_) read_all();
  const std::size_t count = std::min(output_.count() - next_, Batch::target_rows);
  const std::size_t from = next_;
  next_ += count;
  return output_.batch(from, count);
}

void GroupOperator::read_all() {
  read_ = true;
  while (true) {
    const Batch& batch = input_->next();
    if (batch.count == 0) break;
    evaluate_keys(batch);
    number_rows(batch);
    for (const auto& aggregator : aggregators_) {
      aggregator->add(batch, groups_, count_);
      if (plan_.sorted) aggregator->close_before(count_ - 1);
    }
    memory_.hold(group_keys_.capacity() * sizeof(Id) + count_ * bytes_of_group());
  }
  if (count_ == 0 && keys_.empty()) count_ = 1; // without GROUP BY there is always one group
  finish();
}

/// In the result, and in the aggregators, whose lists hold up to twice what they need.
std::size_t GroupOperator::bytes_of_group() const {
  std::size_t bytes = sizeof(Id) * columns().size();
  for (const auto& aggregator : aggregators_) bytes += 2 * aggregator->bytes_of_group();
  return bytes;
}

void GroupOperator::evaluate_keys(const Batch& batch) {
  Frame frame{context(), scratch_, &batch};
  const std::uint64_t first = solution_;
  for (Key& key : keys_) {
    if (key.missing) key.values.assign(batch.count, {});
    if (!key.expression) continue;
    key.values.resize(batch.count);
    for (std::size_t row = 0; row < batch.count; ++row) {
      if ((row & 255U) == 255) context().check();
      frame.row = row;
      frame.solution = first + row;
      key.values[row] = key.expression->evaluate(frame);
    }
  }
  solution_ += batch.count;
}

void GroupOperator::number_rows(const Batch& batch) {
  groups_.resize(batch.count);
  std::vector<const Id*> columns;
  for (const Key& key : keys_)
    columns.push_back(key.expression || key.missing ? key.values.data()
                                                    : batch.columns[key.column]);
  std::vector<Id> row_key(keys_.size());
  for (std::size_t row = 0; row < batch.count; ++row) {
    bool same = row > 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      same = same && columns[i][row] == columns[i][row - 1];
      row_key[i] = columns[i][row];
    }
    groups_[row] = same ? groups_[row - 1] : number_of(row_key);
  }
}

std::uint32_t GroupOperator::number_of(std::span<const Id> key) {
  if (!plan_.sorted) {
    const auto [number, fresh] = table_.insert(key);
    count_ = table_.size();
    return number;
  }
  const auto last = group_keys_.end() - static_cast<std::ptrdiff_t>(count_ == 0 ? 0 : key.size());
  if (count_ == 0 || !std::equal(key.begin(), key.end(), last)) {
    group_keys_.insert(group_keys_.end(), key.begin(), key.end());
    ++count_;
  }
  return count_ - 1;
}

void GroupOperator::finish() {
  for (const auto& aggregator : aggregators_) aggregator->reserve(count_);
  for (std::size_t i = 0; i < columns().size(); ++i) {
    auto& column = output_.column(i);
    column.resize(count_);
    for (std::size_t k = 0; k < plan_.keys.size(); ++k) {
      if (plan_.keys[k].slot != columns()[i]) continue;
      for (std::uint32_t group = 0; group < count_; ++group)
        column[group] =
            plan_.sorted ? group_keys_[group * plan_.keys.size() + k] : table_.row(group)[k];
    }
    for (std::size_t a = 0; a < plan_.outputs.size(); ++a) {
      if (plan_.outputs[a].slot != columns()[i]) continue;
      for (std::uint32_t group = 0; group < count_; ++group) {
        if ((group & 255U) == 255) context().check();
        scratch_.reset();
        column[group] = aggregators_[a]->result(group);
      }
    }
  }
  output_.grow(count_);
}

} // namespace tela::sparql::evaluator
