#include "sparql/evaluator/matcher.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// First place in [from, count) whose value is >= key: a few steps, then doubling ones, for the
/// next key is mostly near.
std::size_t gallop(const Id* values, std::size_t from, std::size_t count, Id key) {
  std::size_t step = 1;
  std::size_t at = from;
  while (at < count && values[at] < key) {
    from = at + 1;
    at += step;
    step *= 2;
  }
  return static_cast<std::size_t>(
      std::lower_bound(values + from, values + std::min(at, count), key) - values);
}

/// Walks both inputs along their common order.
class MergeMatcher final : public Matcher {
 public:
  MergeMatcher(MatchTask task, OperatorPtr right, Context& context)
      : task_(std::move(task)), right_(std::move(right)), spill_(right_->columns().size()),
        spilled_(context) {}

  void begin(const Batch& left) override {
    left_ = &left;
    row_ = 0;
    offset_ = 0;
  }

  bool match(Pairs& pairs) override {
    picked_.clear();
    const Id* keys = left_->columns[task_.left_keys[0]];
    while (row_ < left_->count && pairs.left.size() + picked_.size() < target_pairs) {
      const Id key = keys[row_];
      if (!group_ || group_key_ != key) {
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
  bool exhausted() override { return ended_ && !group_; }

 private:
  [[nodiscard]] const Id* right_keys() const { return batch_->columns[task_.right_keys[0]]; }

  /// Makes the right rows with `key` the current group; false when there are none.
  bool find_group(Id key, Pairs& pairs) {
    group_ = false;
    if (!advance(key, pairs)) return false;
    const Id* keys = right_keys();
    if (keys[at_] != key) {
      hint_ = keys[at_];
      return false;
    }
    std::size_t end = at_ + 1;
    while (end < batch_->count && keys[end] == key) ++end;
    group_key_ = key;
    group_ = true;
    offset_ = 0;
    if (end < batch_->count) {
      source_ = batch_;
      group_begin_ = at_;
      group_size_ = end - at_;
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
    source_ = &spill_.batch();
    group_begin_ = 0;
    group_size_ = spill_.count();
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
    pairs.left.push_back(static_cast<std::uint32_t>(row_));
    for (auto& column : pairs.right) column.emplace_back();
  }

  /// Pairs the current left row with the group from offset_ on.
  void pair_row(Pairs& pairs) {
    if (offset_ == 0) found_ = false;
    for (; offset_ < group_size_; ++offset_) {
      if (pairs.left.size() + picked_.size() >= target_pairs) return; // to be continued
      const std::size_t right = group_begin_ + offset_;
      if (!other_keys_agree(right)) continue;
      found_ = true;
      pick(right, pairs);
      if (task_.first_only) break;
    }
    if (!found_ && task_.unmatched) pick_nothing(pairs);
    offset_ = 0;
    ++row_;
  }

  [[nodiscard]] bool other_keys_agree(std::size_t right) const {
    for (std::size_t i = 1; i < task_.left_keys.size(); ++i)
      if (left_->columns[task_.left_keys[i]][row_] != source_->columns[task_.right_keys[i]][right])
        return false;
    return true;
  }

  void pick(std::size_t right, Pairs& pairs) {
    if (picked_from_ != source_) flush(pairs);
    picked_from_ = source_;
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
  const Batch* left_ = nullptr;
  std::size_t row_ = 0;    ///< the left row in work
  std::size_t offset_ = 0; ///< how much of the group it has been compared with
  bool found_ = false;     ///< whether a partner was among it

  const Batch* batch_ = nullptr; ///< of the right input
  std::size_t at_ = 0;           ///< its first row not in any group yet
  bool ended_ = false;
  Id hint_;

  bool group_ = false; ///< right rows with group_key_, in source_
  Id group_key_;
  const Batch* source_ = nullptr;
  std::size_t group_begin_ = 0, group_size_ = 0;
  RowBuffer spill_;
  Reservation spilled_;

  std::vector<std::pair<std::uint32_t, std::uint32_t>> picked_;
  const Batch* picked_from_ = nullptr;
};

} // namespace

MatcherPtr make_merge_matcher(MatchTask task, OperatorPtr right, Context& context) {
  return std::make_unique<MergeMatcher>(std::move(task), std::move(right), context);
}

} // namespace tela::sparql::evaluator
