#include "sparql/evaluator/index_scan.h"
#include "sparql/evaluator/matcher.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// Seeks the keys of a batch in an index, in ascending order.
class LookupMatcher final : public RowMatcher {
 public:
  LookupMatcher(MatchTask task, const optimiser::PlanNode& right, const Surroundings& around)
      : task_(std::move(task)), scan_(std::get<optimiser::IndexScan>(right.op)), around_(around),
        found_(task_.right.size()), memory_(around.context) {
    for (const std::size_t column : task_.right)
      sources_.push_back(cursor_column(scan_, right.columns[column]));
    for (std::size_t i = 0; i < 3; ++i)
      if (scan_.slots[i] && cursor_column(scan_, *scan_.slots[i]) != i)
        equal_.emplace_back(cursor_column(scan_, *scan_.slots[i]), i);
    if (scan_.graph.slot)
      for (std::size_t i = 0; i < 3; ++i)
        if (scan_.slots[i] == scan_.graph.slot) equal_.emplace_back(i, 3);
  }

  void begin(const Batch& left) override {
    RowMatcher::begin(left);
    sought_ = 0;
  }

  bool match(Pairs& pairs) override {
    while (row_ < left_->count) {
      if (row_ == sought_) seek_some();
      if (!pair_row(pairs)) return true;
      next_row();
    }
    return false;
  }

 private:
  static constexpr std::size_t most_found = 16 * Batch::target_rows;

  struct Found {
    std::size_t begin = 0, end = 0; ///< rows of found_
  };

  [[nodiscard]] Id key(std::size_t row, std::size_t i) const {
    return left_->columns[task_.left_keys[i]][row];
  }

  [[nodiscard]] int compare(std::size_t a, std::size_t b) const {
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i)
      if (key(a, i) != key(b, i)) return key(a, i) < key(b, i) ? -1 : 1;
    return 0;
  }

  /// Finds the partners of the next left rows: fewer rows at a time when they have many partners.
  void seek_some() {
    const std::size_t count = std::min(stride_, left_->count - row_);
    found_.clear();
    partners_.assign(count, {});
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(row_));
    const auto less = [this](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; };
    if (!std::is_sorted(order.begin(), order.end(), less))
      std::sort(order.begin(), order.end(), less);
    open();
    for (std::size_t i = 0; i < count; ++i) {
      const bool same = i > 0 && compare(order[i], order[i - 1]) == 0;
      partners_[order[i] - row_] = same ? partners_[order[i - 1] - row_] : seek(order[i]);
    }
    memory_.hold(found_.bytes());
    first_ = row_;
    sought_ = row_ + count;
    stride_ = found_.count() > most_found ? std::max<std::size_t>(1, stride_ / 4)
                                          : std::min(stride_ * 4, Batch::target_rows);
  }

  void open() {
    rdf::ColumnSet wanted;
    const std::size_t prefix = scan_.prefix.size();
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i) wanted.insert(prefix + i);
    for (const std::size_t source : sources_) wanted.insert(source);
    for (const auto& [a, b] : equal_) {
      wanted.insert(a);
      wanted.insert(b);
    }
    cursor_ = open_cursor(scan_, around_, wanted);
    rows_ = {};
    at_ = 0;
    ended_ = false;
  }

  /// -1, 0, 1: where the key of index row `at` stands to that of left row `row`.
  [[nodiscard]] int compare_index(std::size_t at, std::size_t row) const {
    for (std::size_t i = 0; i < task_.left_keys.size(); ++i) {
      const Id mine = rows_.columns[scan_.prefix.size() + i][at];
      if (mine != key(row, i)) return mine < key(row, i) ? -1 : 1;
    }
    return 0;
  }

  Found seek(std::size_t row) {
    Found found{found_.count(), found_.count()};
    if (!reach(row)) return found;
    do {
      for (; at_ < rows_.count && compare_index(at_, row) == 0; ++at_) {
        if (!places_agree(at_)) continue;
        if (task_.first_only && found_.count() != found.begin) continue;
        for (std::size_t i = 0; i < sources_.size(); ++i)
          found_.column(i).push_back(rows_.columns[sources_[i]][at_]);
        found_.grow(1);
      }
      if (at_ < rows_.count) break;
    } while (refill() && compare_index(0, row) == 0);
    found.end = found_.count();
    return found;
  }

  /// Moves to the first index row whose key is not below that of `row`; false at the end.
  bool reach(std::size_t row) {
    while (!ended_) {
      if (at_ < rows_.count && compare_index(rows_.count - 1, row) >= 0) {
        find_in_run(row);
        return true;
      }
      std::array<Id, 3> key_ids{};
      for (std::size_t i = 0; i < task_.left_keys.size(); ++i) key_ids[i] = key(row, i);
      cursor_->seek({key_ids.data(), task_.left_keys.size()});
      refill();
    }
    return false;
  }

  void find_in_run(std::size_t row) {
    std::size_t end = rows_.count - 1;
    while (at_ < end) {
      const std::size_t middle = at_ + (end - at_) / 2;
      if (compare_index(middle, row) < 0)
        at_ = middle + 1;
      else
        end = middle;
    }
  }

  bool refill() {
    rows_ = cursor_->next();
    at_ = 0;
    ended_ = rows_.count == 0;
    around_.context.check();
    return !ended_;
  }

  [[nodiscard]] bool places_agree(std::size_t at) const {
    return std::all_of(equal_.begin(), equal_.end(), [&](const auto& pair) {
      return rows_.columns[pair.first][at] == rows_.columns[pair.second][at];
    });
  }

  bool pair_row(Pairs& pairs) {
    const Found& found = partners_[row_ - first_];
    if (!within_row_) {
      next_ = found.begin;
      within_row_ = true;
    }
    const std::size_t room = Pairs::target - std::min(Pairs::target, pairs.left.size());
    const std::size_t end = std::min(found.end, next_ + std::min(room, pairs.row_limit));
    pairs.left.insert(pairs.left.end(), end - next_, static_cast<std::uint32_t>(row_));
    for (std::size_t i = 0; i < pairs.right.size(); ++i) {
      const auto& from = found_.column(i);
      pairs.right[i].insert(pairs.right[i].end(), from.begin() + static_cast<std::ptrdiff_t>(next_),
                            from.begin() + static_cast<std::ptrdiff_t>(end));
    }
    next_ = end;
    if (next_ < found.end) return false;
    if (found.begin == found.end && task_.unmatched) pairs.add_unmatched(row_);
    return true;
  }

  MatchTask task_;
  const optimiser::IndexScan& scan_;
  Surroundings around_;
  std::vector<std::size_t> sources_; ///< cursor columns of task_.right
  std::vector<std::pair<std::size_t, std::size_t>> equal_;

  std::unique_ptr<rdf::Cursor> cursor_;
  rdf::Rows rows_;
  std::size_t at_ = 0;
  bool ended_ = false;

  std::size_t first_ = 0, sought_ = 0; ///< left rows whose partners are in partners_
  std::size_t stride_ = 64;            ///< left rows to look up together
  std::vector<Found> partners_;
  RowBuffer found_;
  Reservation memory_;
  std::size_t next_ = 0;
};

/// Asks several matchers, one after the other, for the partners of a batch.
class SuccessiveMatcher final : public Matcher {
 public:
  explicit SuccessiveMatcher(std::vector<MatcherPtr> matchers) : matchers_(std::move(matchers)) {}

  void begin(const Batch& left) override {
    left_ = &left;
    at_ = 0;
    matchers_[0]->begin(left);
  }

  bool match(Pairs& pairs) override {
    if (matchers_[at_]->match(pairs)) return true;
    if (++at_ == matchers_.size()) return false;
    matchers_[at_]->begin(*left_);
    return true;
  }

  void drop_row(std::size_t row) override { matchers_[at_]->drop_row(row); }

 private:
  std::vector<MatcherPtr> matchers_;
  const Batch* left_ = nullptr;
  std::size_t at_ = 0;
};

/// The task with its places in the columns of `all` as places in those of `branch`.
MatchTask task_of_branch(MatchTask task, const optimiser::PlanNode& all,
                         const optimiser::PlanNode& branch) {
  for (std::size_t& column : task.right) column = *find_column(branch.columns, all.columns[column]);
  return task;
}

} // namespace

MatcherPtr make_lookup_matcher(MatchTask task, const optimiser::PlanNode& right,
                               const Surroundings& around) {
  if (std::holds_alternative<optimiser::UnionPlan>(right.op)) {
    std::vector<MatcherPtr> matchers;
    for (const optimiser::PlanRef& branch : right.inputs)
      matchers.push_back(
          make_lookup_matcher(task_of_branch(task, right, *branch), *branch, around));
    return std::make_unique<SuccessiveMatcher>(std::move(matchers));
  }
  return std::make_unique<LookupMatcher>(std::move(task), right, around);
}

} // namespace tela::sparql::evaluator
