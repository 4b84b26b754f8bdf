#include "base/worker_team.h"
#include "sparql/evaluator/condition.h"
#include "sparql/evaluator/value_decider.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using algebra::Expression;
using rdf::Id;
using rdf::IdTag;

namespace {

/// Whether only the dataset knows the term.
bool is_stored(Id id) {
  return id.tag() == IdTag::blank || id.tag() == IdTag::iri || id.tag() == IdTag::literal;
}

/// Decides each value of the column once a batch. Values go in ascending order, so that the
/// dictionary is read from front to back and neighbours share the work of decoding; many are shared
/// out among threads.
class ValueTest final : public Test {
 public:
  ValueTest(const Expression& condition, const Layout& layout, std::size_t column,
            const Surroundings& around)
      : condition_(condition), layout_(layout), column_(column), around_(around),
        team_(around.context.threads) {
    deciders_.push_back(std::make_unique<ValueDecider>(condition_, layout_, column_, around_));
  }

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    const Id* ids = batch.columns[column_];
    collect(ids, rows);
    decide();
    std::size_t kept = 0;
    std::size_t at = 0;
    for (const std::uint32_t row : rows) {
      if (values_[at] != ids[row])
        at = static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), ids[row]) -
                                      values_.begin());
      if (decided_[at] != 0) rows[kept++] = row;
    }
    rows.resize(kept);
  }

 private:
  /// Enough values for a thread to be worth its waking, a tenth of a millisecond or so.
  static constexpr std::size_t piece_size = 256;

  void collect(const Id* ids, const std::vector<std::uint32_t>& rows) {
    values_.clear();
    for (const std::uint32_t row : rows) values_.push_back(ids[row]);
    if (!std::is_sorted(values_.begin(), values_.end())) std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  }

  void decide() {
    decided_.assign(values_.size(), 0);
    const auto first = std::partition_point(values_.begin(), values_.end(),
                                            [](Id id) { return id.tag() < IdTag::blank; });
    const auto last = std::partition_point(first, values_.end(), is_stored);
    const auto begin = static_cast<std::size_t>(first - values_.begin());
    const auto end = static_cast<std::size_t>(last - values_.begin());
    decide_stored(begin, end);
    decide_others(0, begin);
    decide_others(end, values_.size());
  }

  void decide_others(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      decided_[i] = deciders_[0]->decide(values_[i]) ? 1 : 0;
  }

  void decide_stored(std::size_t begin, std::size_t end) {
    const std::size_t pieces = (end - begin + piece_size - 1) / piece_size;
    while (pieces > 1 && deciders_.size() < team_.size()) // most tests never need the others
      deciders_.push_back(ValueDecider::independent(condition_, layout_, column_, around_));
    team_.run(pieces, [&](unsigned worker, std::size_t i) {
      const std::size_t from = begin + i * piece_size;
      const std::size_t count = std::min(piece_size, end - from);
      deciders_[worker]->decide_stored({values_.data() + from, count},
                                       {decided_.data() + from, count});
    });
  }

  const Expression& condition_;
  Layout layout_;
  std::size_t column_;
  Surroundings around_;
  base::WorkerTeam team_;
  /// One a worker; the first shares the query's context.
  std::vector<std::unique_ptr<ValueDecider>> deciders_;
  std::vector<Id> values_; ///< ascending, each once
  std::vector<char> decided_;
};

} // namespace

TestPtr make_value_test(const Expression& condition, const Layout& layout,
                        const Surroundings& around) {
  if (optimiser::is_volatile(condition) || optimiser::has_pattern(condition)) return nullptr;
  std::vector<std::size_t> columns;
  for (const auto& variable : optimiser::variables_of(condition))
    if (const auto column = layout.column_of(variable)) columns.push_back(*column);
  if (columns.size() != 1) return nullptr;
  return std::make_unique<ValueTest>(condition, layout, columns[0], around);
}

} // namespace tela::sparql::evaluator
