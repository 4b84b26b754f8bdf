#include "sparql/evaluator/gallop.h"
#include "sparql/evaluator/matcher.h"
#include "sparql/evaluator/merge_group.h"

#include <algorithm>
#include <tuple>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// Walks both inputs along their common order.
class MergeMatcher final : public RowMatcher {
 public:
  MergeMatcher(MatchTask task, OperatorPtr right, Context& context)
      : task_(std::move(task)), right_(std::move(right)), spill_(right_->columns().size()),
        spilled_(context), pacer_(context) {
    if (task_.right_keys.size() > 1) second_key_ = task_.right_keys[1];
  }

  bool match(Pairs& pairs) override {
    picked_.clear();
    const Id* keys = left_->columns[task_.left_keys[0]];
    while (row_ < left_->count && !is_full(pairs)) {
      const Id key = keys[row_];
      if (!has_group_ || group_key_ != key) {
        if (!find_group(key, pairs)) {
          skip_left(keys, pairs);
          continue;
        }
      }
      pair_row(pairs);
    }
    flush(pairs);
    return row_ < left_->count;
  }

  Id left_hint() const override { return hint_; }
  bool exhausted() override { return ended_ && !has_group_; }

 private:
  [[nodiscard]] const Id* right_keys() const { return batch_->columns[task_.right_keys[0]]; }

  /// Makes the right rows with `key` the current group; false when there are none.
  bool find_group(Id key, Pairs& pairs) {
    has_group_ = false;
    if (!advance(key, pairs)) return false;
    const Id* keys = right_keys();
    if (keys[at_] != key) {
      hint_ = keys[at_];
      return false;
    }
    std::size_t end = at_ + 1;
    while (end < batch_->count && keys[end] == key) ++end;
    group_key_ = key;
    has_group_ = true;
    if (end < batch_->count) {
      group_.set(*batch_, at_, end - at_, second_key_);
      at_ = end;
    } else {
      spill_group(key, pairs);
    }
    return true;
  }

  /// Moves to the first right row with a key >= `key`; false at the end.
  bool advance(Id key, Pairs& pairs) {
    while (!ended_) {
      if (batch_ != nullptr) {
        at_ = gallop(right_keys(), at_, batch_->count, key);
        if (at_ < batch_->count) return true;
      }
      fetch(key, pairs);
    }
    return false;
  }

  void fetch(Id key, Pairs& pairs) {
    flush(pairs); // what has been picked from the batch must be copied before it goes
    right_->skip_to(key);
    batch_ = &right_->next();
    at_ = 0;
    ended_ = batch_->count == 0;
  }

  /// The group may go on in the next batch: it is put together in memory of our own.
  void spill_group(Id key, Pairs& pairs) {
    flush(pairs);
    spill_.clear();
    std::vector<std::uint32_t> rows;
    do {
      rows.clear();
      const Id* keys = right_keys();
      for (; at_ < batch_->count && keys[at_] == key; ++at_)
        rows.push_back(static_cast<std::uint32_t>(at_));
      spill_.append(*batch_, rows);
      spilled_.hold(spill_.bytes());
      if (at_ == batch_->count) fetch(key, pairs);
    } while (!ended_ && right_keys()[at_] == key);
    group_.set(spill_.batch(), 0, spill_.count(), second_key_);
  }

  void skip_left(const Id* keys, Pairs& pairs) {
    const std::size_t next =
        ended_ ? left_->count : gallop(keys, row_, left_->count, right_keys()[at_]);
    const std::size_t to = std::max(next, row_ + 1);
    for (; row_ < to; ++row_)
      if (task_.unmatched) pick_nothing(pairs);
  }

  void pick_nothing(Pairs& pairs) {
    flush(pairs);
    pairs.add_unmatched(row_);
  }

  /// Pairs the current left row with those of the group that agree, from where it stopped.
  void pair_row(Pairs& pairs) {
    if (!within_row_) start_row();
    for (; next_ < last_; ++next_) {
      if (is_full(pairs)) return; // to be continued
      pacer_.step();              // a group may be large, and none of it agree in the other keys
      const std::size_t right = group_.row(next_);
      if (!other_keys_agree(right)) continue;
      found_ = true;
      pick(right, pairs);
      if (task_.first_only) break;
    }
    if (!found_ && task_.unmatched) pick_nothing(pairs);
    next_row();
  }

  [[nodiscard]] bool is_full(const Pairs& pairs) const {
    const std::size_t count = pairs.left.size() + picked_.size();
    if (count >= Pairs::target) return true;
    if (count < pairs.row_limit) return false;
    const std::size_t at = count - pairs.row_limit;
    const std::size_t copied = pairs.left.size();
    return (at < copied ? pairs.left[at] : picked_[at - copied].first) == row_;
  }

  void start_row() {
    std::tie(next_, last_) =
        second_key_ ? group_.candidates(left_->columns[task_.left_keys[1]][row_]) : group_.all();
    within_row_ = true;
    found_ = false;
  }

  [[nodiscard]] bool other_keys_agree(std::size_t right) const {
    const Batch& source = group_.source();
    for (std::size_t i = 1; i < task_.left_keys.size(); ++i)
      if (left_->columns[task_.left_keys[i]][row_] != source.columns[task_.right_keys[i]][right])
        return false;
    return true;
  }

  void pick(std::size_t right, Pairs& pairs) {
    if (picked_from_ != &group_.source()) flush(pairs);
    picked_from_ = &group_.source();
    picked_.emplace_back(static_cast<std::uint32_t>(row_), static_cast<std::uint32_t>(right));
  }

  /// Copies the picked pairs out of their batch.
  void flush(Pairs& pairs) {
    for (const auto& [left, right] : picked_) pairs.left.push_back(left);
    for (std::size_t i = 0; i < task_.right.size() && !picked_.empty(); ++i) {
      const Id* from = picked_from_->columns[task_.right[i]];
      auto& column = pairs.right[i];
      for (const auto& [left, right] : picked_) column.push_back(from[right]);
    }
    picked_.clear();
  }

  MatchTask task_;
  OperatorPtr right_;
  std::size_t next_ = 0, last_ = 0; ///< the rest of the group that may agree with the row in work
  bool found_ = false;              ///< whether it has a partner

  const Batch* batch_ = nullptr; ///< of the right input
  std::size_t at_ = 0;           ///< its first row not in any group yet
  bool ended_ = false;
  Id hint_;

  std::optional<std::size_t> second_key_; ///< column of the right input
  bool has_group_ = false;
  Id group_key_;
  MergeGroup group_; ///< right rows with group_key_
  RowBuffer spill_;
  Reservation spilled_;
  Pacer pacer_;

  std::vector<std::pair<std::uint32_t, std::uint32_t>> picked_;
  const Batch* picked_from_ = nullptr;
};

} // namespace

MatcherPtr make_merge_matcher(MatchTask task, OperatorPtr right, Context& context) {
  return std::make_unique<MergeMatcher>(std::move(task), std::move(right), context);
}

} // namespace tela::sparql::evaluator
