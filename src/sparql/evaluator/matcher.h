#pragma once

#include "sparql/evaluator/operator.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tela::sparql::evaluator {

/// Pairs of a left row, by its number in the batch, and a right row, by its values.
struct Pairs {
  /// What a matcher aims at in all.
  static constexpr std::size_t target = Batch::target_rows;

  std::vector<std::uint32_t> left;
  std::vector<std::vector<rdf::Id>> right; ///< columns as listed in MatchTask::right
  /// So many of one left row are enough at a time: the reader may not want the others.
  std::size_t row_limit = target;

  void clear() {
    left.clear();
    for (auto& column : right) column.clear();
  }
  /// Whether nothing more of the left row `row` is wanted now.
  [[nodiscard]] bool is_full(std::size_t row) const {
    return left.size() >= target ||
           (left.size() >= row_limit && left[left.size() - row_limit] == row);
  }
  /// A left row without a partner.
  void add_unmatched(std::size_t row) {
    left.push_back(static_cast<std::uint32_t>(row));
    for (auto& column : right) column.emplace_back();
  }
};

/// What a matcher is to find.
struct MatchTask {
  std::vector<std::size_t> left_keys;  ///< columns of the left batches
  std::vector<std::size_t> right_keys; ///< columns of the right input, in the same order
  std::vector<std::size_t> right;      ///< columns of the right input whose values are wanted
  bool must_share = false;             ///< partners have a bound key in common (MINUS; loose only)
  bool first_only = false;             ///< one partner of each left row is enough
  bool unmatched = false; ///< a left row without partner comes once, with undefined values
};

/// Finds the partners of left rows among the rows of the right input: one way to join.
class Matcher {
 public:
  virtual ~Matcher() = default;
  /// Rows of which partners are wanted; `left` is valid until the matcher has done with it.
  virtual void begin(const Batch& left) = 0;
  /// Appends pairs in the order of the left rows, about Pairs::target of them at most. False when
  /// all pairs of the batch have been given.
  virtual bool match(Pairs& pairs) = 0;
  /// The reader wants no more partners of `row`, the last one that it was given a pair of.
  virtual void drop_row(std::size_t row) = 0;
  /// Left rows whose first key is below this have no partner any more.
  [[nodiscard]] virtual rdf::Id left_hint() const { return {}; }
  /// Whether no left row of the future will find a partner.
  [[nodiscard]] virtual bool exhausted() { return false; }
};

using MatcherPtr = std::unique_ptr<Matcher>;

/// A matcher that goes through the left rows one by one.
class RowMatcher : public Matcher {
 public:
  void begin(const Batch& left) override {
    left_ = &left;
    row_ = 0;
    within_row_ = false;
  }
  void drop_row(std::size_t row) final {
    if (within_row_ && row_ == row) next_row();
  }

 protected:
  void next_row() {
    within_row_ = false;
    ++row_;
  }

  const Batch* left_ = nullptr;
  std::size_t row_ = 0;     ///< the left row in work
  bool within_row_ = false; ///< whether some of its partners have been looked at
};

[[nodiscard]] MatcherPtr make_hash_matcher(MatchTask task, OperatorPtr right, Context& context);
/// Keys may be unbound; what is unbound agrees with everything.
[[nodiscard]] MatcherPtr make_loose_matcher(MatchTask task, OperatorPtr right, Context& context);
/// REQUIRES: left rows come sorted by the first key, over all batches; the right input likewise.
[[nodiscard]] MatcherPtr make_merge_matcher(MatchTask task, OperatorPtr right, Context& context);
/// REQUIRES: `right` is an IndexScan whose first free slots are the keys, in their order, or a
/// union of such scans with the same columns; the numbers in task.right are places in the node's
/// columns. Pairs of a union come scan by scan within a batch, not in the order of the left rows.
[[nodiscard]] MatcherPtr make_lookup_matcher(MatchTask task, const optimiser::PlanNode& right,
                                             const Surroundings& around);

} // namespace tela::sparql::evaluator
