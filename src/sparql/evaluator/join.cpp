#include "sparql/evaluator/join.h"

#include "rdf/inline_value.h"

#include <algorithm>
#include <numeric>

namespace tela::sparql::evaluator {

using optimiser::JoinMethod;
using optimiser::SlotSet;
using rdf::Id;

JoinOperator::JoinOperator(const optimiser::PlanNode& node, const Surroundings& around)
    : Operator(node, around), join_(std::get<optimiser::JoinPlan>(node.op)),
      left_input_(make_operator(*node.inputs[0], around)), output_(node.columns.size()) {
  const optimiser::PlanNode& right = *node.inputs[1];
  arrange_columns(right);
  MatchTask task;
  // Without a key that is always bound, those that mostly are keep the table from being one list.
  const bool loosely = join_.keys.empty() && join_.method == JoinMethod::hash;
  task.must_share = loosely && join_.kind == Kind::minus;
  for (const Slot key : loosely ? join_.loose : join_.keys) {
    task.left_keys.push_back(*find_column(left_input_->columns(), key));
    task.right_keys.push_back(*find_column(right.columns, key));
  }
  for (const Slot slot : candidate_columns_)
    if (!find_column(left_input_->columns(), slot)) {
      fresh_.push_back(task.right.size());
      task.right.push_back(*find_column(right.columns, slot));
    }
  for (const Slot slot : join_.loose)
    if (const auto column = find_column(right.columns, slot)) {
      loose_.push_back({*find_column(candidate_columns_, slot), task.right.size()});
      task.right.push_back(*column);
    }
  conditions_ = std::make_unique<Conditions>(
      join_.conditions, Layout{around.plan.variables, candidate_columns_}, around);
  task.first_only = !keeps_right() && !checks();
  task.unmatched = join_.kind == Kind::left && !checks();
  pairs_.right.resize(task.right.size());
  if (!keeps_right()) pairs_.row_limit = first_row_limit;
  if (!join_.keys.empty()) lead_column_ = task.left_keys[0];
  if (join_.method == JoinMethod::lookup)
    matcher_ = make_lookup_matcher(std::move(task), right, around);
  else if (join_.method == JoinMethod::merge)
    matcher_ = make_merge_matcher(std::move(task), make_operator(right, around), around.context);
  else if (loosely && !join_.loose.empty())
    matcher_ = make_loose_matcher(std::move(task), make_operator(right, around), around.context);
  else
    matcher_ = make_hash_matcher(std::move(task), make_operator(right, around), around.context);
}

void JoinOperator::arrange_columns(const optimiser::PlanNode& right) {
  candidate_columns_ = left_input_->columns();
  left_count_ = candidate_columns_.size();
  SlotSet wanted;
  if (keeps_right()) wanted.insert(SlotSet(node().columns));
  for (const auto& condition : join_.conditions) wanted.insert(condition->slots);
  for (const Slot slot : right.columns)
    if (wanted.contains(slot) && !find_column(left_input_->columns(), slot))
      candidate_columns_.push_back(slot);
  candidates_ = RowBuffer(candidate_columns_.size());
  for (const Slot slot : node().columns)
    out_.push_back(slot == join_.mark ? 0 : *find_column(candidate_columns_, slot));
}

void JoinOperator::skip_to(Id key) {
  // A left row gives rows with its own values only, so what is left out on the left is left out
  // here. The batch in work may hold rows that are wanted still.
  if (left_ == nullptr && !node().sorted_by.empty()) left_input_->skip_to(key);
}

const Batch& JoinOperator::produce() {
  output_.clear();
  while (output_.count() == 0) {
    if (left_ == nullptr && !next_left()) return no_rows();
    match_some();
  }
  return output_.batch();
}

bool JoinOperator::next_left() {
  if (ended_) return false;
  const bool drops_unmatched = join_.kind == Kind::inner || join_.kind == Kind::semi;
  if (drops_unmatched) {
    if (matcher_->exhausted()) {
      ended_ = true;
      return false;
    }
    if (const Id hint = matcher_->left_hint(); hint.defined()) left_input_->skip_to(hint);
  }
  left_ = &left_input_->next();
  if (left_->count == 0) {
    left_ = nullptr;
    ended_ = true;
    return false;
  }
  matched_.assign(left_->count, false);
  matcher_->begin(*left_);
  return true;
}

void JoinOperator::match_some() {
  pairs_.clear();
  const bool more = matcher_->match(pairs_);
  const bool some = !pairs_.left.empty();
  const std::uint32_t last = some ? pairs_.left.back() : 0;
  const std::size_t lists = checks() ? 2 : 1; // the candidates, and those of them that pass
  expect_batch(pairs_.left.size(), lists * candidate_columns_.size() + pairs_.right.size());
  if (checks()) check_pairs();
  if (keeps_right()) {
    emit_pairs();
  } else {
    for (const std::uint32_t row : pairs_.left) matched_[row] = true;
    if (more && some) adapt_row_limit(last);
  }
  if (!more) finish_left();
}

/// One partner that passes is enough for EXISTS and its kin: a few are tried first, more as long as
/// none does.
void JoinOperator::adapt_row_limit(std::uint32_t row) {
  if (matched_[row]) matcher_->drop_row(row);
  pairs_.row_limit =
      matched_[row] ? first_row_limit : std::min(Pairs::target, pairs_.row_limit * 2);
}

void JoinOperator::finish_left() {
  if (join_.mark)
    emit_marked();
  else if (!keeps_right())
    emit_left(join_.kind == Kind::semi);
  else if (join_.kind == Kind::left && checks())
    emit_unmatched();
  left_ = nullptr;
}

/// Reduces the pairs to those that pass; their values are in candidates_ then.
void JoinOperator::check_pairs() {
  candidates_.clear();
  for (std::size_t i = 0; i < left_count_; ++i) {
    auto& column = candidates_.column(i);
    for (const std::uint32_t row : pairs_.left) column.push_back(left_->columns[i][row]);
  }
  for (std::size_t i = 0; i < fresh_.size(); ++i)
    candidates_.column(left_count_ + i) = pairs_.right[fresh_[i]];
  candidates_.grow(pairs_.left.size());
  kept_.clear();
  for (std::size_t pair = 0; pair < pairs_.left.size(); ++pair)
    if (check_loose(pair)) kept_.push_back(static_cast<std::uint32_t>(pair));
  conditions_->keep_true(candidates_.batch(), kept_);
  for (std::size_t i = 0; i < kept_.size(); ++i) pairs_.left[i] = pairs_.left[kept_[i]];
  pairs_.left.resize(kept_.size());
}

/// Whether the loose variables agree; the candidate gets the value of the side that has one.
bool JoinOperator::check_loose(std::size_t pair) {
  bool shared = !join_.keys.empty();
  for (const Loose& loose : loose_) {
    Id& left = candidates_.column(loose.candidate)[pair];
    const Id right = pairs_.right[loose.right][pair];
    if (left.defined() && right.defined()) {
      if (left != right) return false;
      shared = true;
    }
    if (!left.defined()) left = right;
  }
  return shared || join_.kind != Kind::minus;
}

void JoinOperator::emit_pairs() {
  for (const std::uint32_t row : pairs_.left) matched_[row] = true;
  for (std::size_t i = 0; i < out_.size(); ++i) {
    auto& column = output_.column(i);
    if (checks()) {
      const auto& from = candidates_.column(out_[i]);
      for (const std::uint32_t pair : kept_) column.push_back(from[pair]);
    } else if (out_[i] < left_count_) {
      const Id* from = left_->columns[out_[i]];
      const std::size_t old = column.size();
      column.resize(old + pairs_.left.size());
      for (std::size_t j = 0; j < pairs_.left.size(); ++j) column[old + j] = from[pairs_.left[j]];
    } else {
      column.swap(pairs_.right[fresh_[out_[i] - left_count_]]); // output_ is empty here
    }
  }
  output_.grow(pairs_.left.size());
}

void JoinOperator::emit_left(bool matched) {
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < left_->count; ++row)
    if (matched_[row] == matched) rows.push_back(static_cast<std::uint32_t>(row));
  for (std::size_t i = 0; i < out_.size(); ++i) {
    auto& column = output_.column(i);
    for (const std::uint32_t row : rows) column.push_back(left_->columns[out_[i]][row]);
  }
  output_.grow(rows.size());
}

/// All left rows, each with whether it has a partner.
void JoinOperator::emit_marked() {
  for (std::size_t i = 0; i < out_.size(); ++i) {
    auto& column = output_.column(i);
    if (columns()[i] == join_.mark)
      for (const bool matched : matched_) column.push_back(rdf::inline_boolean(matched));
    else
      column.insert(column.end(), left_->columns[out_[i]], left_->columns[out_[i]] + left_->count);
  }
  output_.grow(left_->count);
}

void JoinOperator::emit_unmatched() {
  std::size_t added = 0;
  for (std::size_t row = 0; row < left_->count; ++row) {
    if (matched_[row]) continue;
    for (std::size_t i = 0; i < out_.size(); ++i)
      output_.column(i).push_back(out_[i] < left_count_ ? left_->columns[out_[i]][row] : Id{});
    ++added;
  }
  output_.grow(added);
}

} // namespace tela::sparql::evaluator
