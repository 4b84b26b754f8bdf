#include "base/error.h"
#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/matcher.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// Reads the whole right input into a table: its rows, those of a bucket side by side. Keys from a
/// narrow range, as the terms of one kind are, are their own bucket numbers: left rows that come in
/// their order then walk through the table instead of jumping about in it.
class HashMatcher final : public RowMatcher {
 public:
  HashMatcher(MatchTask task, OperatorPtr right, Context& context)
      : task_(std::move(task)), right_(std::move(right)), context_(context), memory_(context),
        pacer_(context) {}

  void begin(const Batch& left) override {
    if (!built_) build();
    RowMatcher::begin(left);
  }

  bool match(Pairs& pairs) override {
    while (row_ < left_->count) {
      if (!within_row_) start_row();
      if (!pair_row(pairs)) return true;
      next_row();
    }
    return false;
  }

  bool exhausted() override {
    if (!built_) build();
    return rows_ == 0;
  }

 private:
  void build() {
    built_ = true;
    std::vector<std::size_t> kept = task_.right_keys;
    kept.insert(kept.end(), task_.right.begin(), task_.right.end());
    columns_.resize(kept.size());
    while (true) {
      const Batch& batch = right_->next();
      if (batch.count == 0) break;
      keep(batch, kept);
      memory_.hold(rows_ * (columns_.size() * 2 + 1) * sizeof(Id));
    }
    right_.reset();
    arrange();
  }

  void keep(const Batch& batch, const std::vector<std::size_t>& kept) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const Id* from = batch.columns[kept[i]];
      columns_[i].insert(columns_[i].end(), from, from + batch.count);
    }
    rows_ += batch.count;
  }

  /// Counting sort of the rows by bucket.
  void arrange() {
    if (rows_ >= std::numeric_limits<std::uint32_t>::max())
      throw base::Error(base::Failure::limit, "more than four billion rows to join",
                        "ask for less");
    choose_buckets();
    starts_.assign(buckets_ + 2, 0);
    std::vector<std::uint32_t> bucket_of(rows_);
    Pacer pacer(context_);
    for (std::size_t row = 0; row < rows_; ++row, pacer.step()) {
      const auto key = [&](std::size_t i) { return columns_[i][row]; };
      bucket_of[row] = static_cast<std::uint32_t>(bucket(key));
      ++starts_[bucket_of[row] + 1];
    }
    for (std::size_t i = 0; i <= buckets_; ++i) starts_[i + 1] += starts_[i];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t& place : bucket_of) place = next[place]++;
    for (auto& column : columns_) {
      std::vector<Id> arranged(rows_);
      for (std::size_t row = 0; row < rows_; ++row) arranged[bucket_of[row]] = column[row];
      column = std::move(arranged);
      context_.check();
    }
  }

  void choose_buckets() {
    direct_ = task_.right_keys.size() == 1 && rows_ != 0;
    if (direct_) {
      const auto [low, high] = std::minmax_element(columns_[0].begin(), columns_[0].end());
      lowest_ = low->bits();
      buckets_ = high->bits() - lowest_ + 1;
      direct_ = buckets_ <= 4 * rows_;
    }
    if (!direct_) buckets_ = std::bit_ceil(rows_ + rows_ / 2 + 1);
  }

  /// The bucket of a key; buckets_ or more when no right row can have it.
  template<class Key>
  [[nodiscard]] std::size_t bucket(const Key& key) const {
    if (direct_) return key(0).bits() - lowest_;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i) hash = hash_ids(hash, key(i));
    return hash & (buckets_ - 1);
  }

  void start_row() {
    const auto key = [&](std::size_t i) { return left_->columns[task_.left_keys[i]][row_]; };
    within_row_ = true;
    found_ = false;
    const std::size_t at = std::min(bucket(key), buckets_);
    next_ = starts_[at];
    end_ = starts_[at + 1];
  }

  /// Pairs the left row with what is left of its bucket; false when there are enough pairs.
  bool pair_row(Pairs& pairs) {
    for (; next_ < end_; ++next_) {
      pacer_.step();
      if (!agrees(next_)) continue;
      if (pairs.is_full(row_)) return false;
      pick(pairs);
      if (task_.first_only) return true;
    }
    if (!found_ && task_.unmatched) pairs.add_unmatched(row_);
    return true;
  }

  void pick(Pairs& pairs) {
    pairs.left.push_back(static_cast<std::uint32_t>(row_));
    const std::size_t keys = task_.right_keys.size();
    for (std::size_t i = 0; i < pairs.right.size(); ++i)
      pairs.right[i].push_back(columns_[keys + i][next_]);
    found_ = true;
  }

  [[nodiscard]] bool agrees(std::size_t right) const {
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i)
      if (left_->columns[task_.left_keys[i]][row_] != columns_[i][right]) return false;
    return true;
  }

  MatchTask task_;
  OperatorPtr right_;
  Context& context_;
  Reservation memory_;
  Pacer pacer_;
  bool built_ = false;
  std::size_t rows_ = 0;
  std::vector<std::vector<Id>> columns_; ///< keys, then the wanted columns
  std::vector<std::uint32_t> starts_; ///< first row of each bucket, then twice the number of rows
  std::size_t buckets_ = 0;
  bool direct_ = false; ///< a key's bucket is its distance from lowest_
  std::uint64_t lowest_ = 0;

  bool found_ = false;             ///< whether the row in work has a partner
  std::size_t next_ = 0, end_ = 0; ///< of its bucket
};

} // namespace

MatcherPtr make_hash_matcher(MatchTask task, OperatorPtr right, Context& context) {
  return std::make_unique<HashMatcher>(std::move(task), std::move(right), context);
}

} // namespace tela::sparql::evaluator
