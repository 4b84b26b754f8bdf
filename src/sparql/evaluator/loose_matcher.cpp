#include "base/error.h"
#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/matcher.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// Which keys of a row are bound, as bits.
using Bound = std::uint64_t;
constexpr std::size_t most_keys = 64;

std::uint64_t hash_of(const auto& key, Bound keys) {
  std::uint64_t hash = 0;
  for (; keys != 0; keys &= keys - 1)
    hash = hash_ids(hash, key(static_cast<std::size_t>(std::countr_zero(keys))));
  return hash;
}

/// Rows by the hash of some of their keys.
class RowIndex {
 public:
  /// `hash(row)` is asked twice.
  template<class Hash>
  RowIndex(const std::vector<std::uint32_t>& rows, const Hash& hash)
      : mask_(std::bit_ceil(rows.size() + rows.size() / 2 + 1) - 1), starts_(mask_ + 2, 0),
        rows_(rows.size()) {
    for (const std::uint32_t row : rows) ++starts_[(hash(row) & mask_) + 1];
    for (std::size_t i = 0; i <= mask_; ++i) starts_[i + 1] += starts_[i];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const std::uint32_t row : rows) rows_[next[hash(row) & mask_]++] = row;
  }
  [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t hash) const {
    const std::size_t bucket = hash & mask_;
    return {rows_.data() + starts_[bucket], rows_.data() + starts_[bucket + 1]};
  }
  [[nodiscard]] static std::size_t bytes(std::size_t rows) {
    return 4 * sizeof(std::uint32_t) * (2 * rows + 2);
  }

 private:
  std::size_t mask_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> rows_; ///< bucket by bucket
};

/// Right rows that bind the same keys, with an index for each set of keys that left rows ask by.
struct Kind {
  Bound bound = 0;
  std::vector<std::uint32_t> rows;
  std::map<Bound, RowIndex> indexes;
};

/// Reads the whole right input, where keys may be unbound: what is unbound agrees with everything.
/// A left row asks the right rows of each kind by the keys that both bind, so that it meets those
/// that agree, whichever keys they bind.
class LooseMatcher final : public RowMatcher {
 public:
  LooseMatcher(MatchTask task, OperatorPtr right, Context& context)
      : task_(std::move(task)), right_(std::move(right)), context_(context), memory_(context),
        pacer_(context) {}

  void begin(const Batch& left) override {
    if (right_) read();
    RowMatcher::begin(left);
  }

  bool match(Pairs& pairs) override {
    for (; row_ < left_->count; next_row()) {
      if (!within_row_) start_row();
      if (!pair_row(pairs)) return true;
    }
    return false;
  }

  bool exhausted() override {
    if (right_) read();
    return count_ == 0;
  }

 private:
  void read() {
    std::vector<std::size_t> kept = task_.right_keys;
    kept.insert(kept.end(), task_.right.begin(), task_.right.end());
    columns_.resize(kept.size());
    for (const Batch* batch = &right_->next(); batch->count != 0; batch = &right_->next()) {
      for (std::size_t row = 0; row < batch->count; ++row) keep(*batch, row, kept);
      row_bytes_ = count_ * (columns_.size() * sizeof(Id) * 2 + 2 * sizeof(std::uint32_t));
      memory_.hold(row_bytes_);
    }
    right_.reset();
  }

  void keep(const Batch& batch, std::size_t row, const std::vector<std::size_t>& kept) {
    const Bound bound =
        bound_keys([&](std::size_t i) { return batch.columns[task_.right_keys[i]][row]; });
    if (task_.must_share && bound == 0) return;
    if (count_ == std::numeric_limits<std::uint32_t>::max())
      throw base::Error(base::Failure::limit, "more than four billion rows to join",
                        "ask for less");
    for (std::size_t i = 0; i < kept.size(); ++i)
      columns_[i].push_back(batch.columns[kept[i]][row]);
    auto kind = std::ranges::find(kinds_, bound, &Kind::bound);
    if (kind == kinds_.end()) kind = kinds_.insert(kind, {bound, {}, {}});
    kind->rows.push_back(count_++);
  }

  template<class Key>
  [[nodiscard]] Bound bound_keys(const Key& key) const {
    Bound bound = 0;
    for (std::size_t i = 0; i < std::min(most_keys, task_.left_keys.size()); ++i)
      if (key(i).defined()) bound |= Bound{1} << i;
    return bound;
  }

  [[nodiscard]] Id left_key(std::size_t i) const {
    return left_->columns[task_.left_keys[i]][row_];
  }

  void start_row() {
    within_row_ = true;
    found_ = false;
    kind_ = 0;
    next_ = 0;
    bound_ = bound_keys([this](std::size_t i) { return left_key(i); });
    candidates_ = kinds_.empty() ? std::span<const std::uint32_t>() : candidates(kinds_[0]);
  }

  /// The rows of a kind that may agree with the left row.
  std::span<const std::uint32_t> candidates(Kind& kind) {
    const Bound by = kind.bound & bound_;
    if (by == 0) {
      if (task_.must_share) return {};
      return kind.rows;
    }
    auto found = kind.indexes.find(by);
    if (found == kind.indexes.end()) {
      context_.check();
      index_bytes_ += RowIndex::bytes(kind.rows.size());
      memory_.hold(row_bytes_ + index_bytes_);
      const auto hash = [&](std::uint32_t row) {
        return hash_of([&](std::size_t i) { return columns_[i][row]; }, by);
      };
      found = kind.indexes.emplace(by, RowIndex(kind.rows, hash)).first;
    }
    return found->second.find(hash_of([this](std::size_t i) { return left_key(i); }, by));
  }

  /// Pairs the left row with what is left of its candidates; false when there are enough pairs.
  bool pair_row(Pairs& pairs) {
    while (kind_ < kinds_.size()) {
      for (; next_ < candidates_.size(); ++next_) {
        pacer_.step();
        if (!agrees(candidates_[next_])) continue;
        if (pairs.is_full(row_)) return false;
        pick(pairs, candidates_[next_]);
        if (task_.first_only) return true;
      }
      next_ = 0;
      if (++kind_ < kinds_.size()) candidates_ = candidates(kinds_[kind_]);
    }
    if (!found_ && task_.unmatched) pairs.add_unmatched(row_);
    return true;
  }

  void pick(Pairs& pairs, std::uint32_t row) {
    pairs.left.push_back(static_cast<std::uint32_t>(row_));
    const std::size_t keys = task_.right_keys.size();
    for (std::size_t i = 0; i < pairs.right.size(); ++i)
      pairs.right[i].push_back(columns_[keys + i][row]);
    found_ = true;
  }

  [[nodiscard]] bool agrees(std::uint32_t right) const {
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i) {
      const Id mine = left_key(i);
      const Id other = columns_[i][right];
      if (mine.defined() && other.defined() && mine != other) return false;
    }
    return true;
  }

  MatchTask task_;
  OperatorPtr right_; ///< none: it has been read
  Context& context_;
  Reservation memory_;
  std::size_t row_bytes_ = 0, index_bytes_ = 0;
  Pacer pacer_;
  std::uint32_t count_ = 0;              ///< right rows
  std::vector<std::vector<Id>> columns_; ///< keys, then the wanted columns
  std::vector<Kind> kinds_;

  bool found_ = false;   ///< whether the row in work has a partner
  Bound bound_ = 0;      ///< its keys
  std::size_t kind_ = 0; ///< that is looked at
  std::span<const std::uint32_t> candidates_;
  std::size_t next_ = 0; ///< of them
};

} // namespace

MatcherPtr make_loose_matcher(MatchTask task, OperatorPtr right, Context& context) {
  return std::make_unique<LooseMatcher>(std::move(task), std::move(right), context);
}

} // namespace tela::sparql::evaluator
