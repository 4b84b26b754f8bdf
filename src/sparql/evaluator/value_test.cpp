#include "sparql/evaluator/condition.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using algebra::Expression;
using rdf::Id;
using rdf::IdTag;

namespace {

/// Decides each value of the column once a batch. Values go in ascending order, so that the
/// dictionary is read from front to back and neighbours share the work of decoding.
class ValueTest final : public Test {
 public:
  ValueTest(ExpressionPtr expression, std::size_t column, Context& context)
      : expression_(std::move(expression)), column_(column), context_(context),
        scratch_(context.words) {}

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
  void collect(const Id* ids, const std::vector<std::uint32_t>& rows) {
    values_.clear();
    for (const std::uint32_t row : rows) values_.push_back(ids[row]);
    if (!std::is_sorted(values_.begin(), values_.end())) std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  }

  void decide() {
    decided_.assign(values_.size(), 0);
    const auto kept_by = [](IdTag tag) { // whose terms only the dataset knows
      return tag == IdTag::blank || tag == IdTag::iri || tag == IdTag::literal;
    };
    const auto first = std::partition_point(values_.begin(), values_.end(),
                                            [](Id id) { return id.tag() < IdTag::blank; });
    const auto last =
        std::partition_point(first, values_.end(), [&](Id id) { return kept_by(id.tag()); });
    const std::span<const Id> stored(first, last);
    const auto offset = static_cast<std::size_t>(first - values_.begin());
    context_.dataset.terms(stored, [&](std::size_t i, const rdf::TermView& term) {
      scratch_.reset();
      scratch_.know(stored[i], term);
      decide(offset + i);
    });
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (kept_by(values_[i].tag())) continue;
      scratch_.reset();
      decide(i);
    }
  }

  void decide(std::size_t at) {
    if ((at & 255U) == 255) context_.check();
    // The expression sees a batch of one row, of which it reads just one column.
    single_.columns.resize(column_ + 1);
    single_.columns[column_] = &values_[at];
    single_.count = 1;
    Frame frame{context_, scratch_, &single_};
    decided_[at] = truth(expression_->evaluate(frame), frame).value_or(false) ? 1 : 0;
  }

  ExpressionPtr expression_;
  std::size_t column_;
  Context& context_;
  Scratch scratch_;
  std::vector<Id> values_; ///< ascending, each once
  std::vector<char> decided_;
  Batch single_;
};

} // namespace

TestPtr make_value_test(const Expression& condition, const Layout& layout,
                        const Surroundings& around) {
  if (optimiser::is_volatile(condition) || optimiser::has_pattern(condition)) return nullptr;
  std::vector<std::size_t> columns;
  for (const auto& variable : optimiser::variables_of(condition))
    if (const auto column = layout.column_of(variable)) columns.push_back(*column);
  if (columns.size() != 1) return nullptr;
  return std::make_unique<ValueTest>(compile(condition, layout, around), columns[0],
                                     around.context);
}

} // namespace tela::sparql::evaluator
