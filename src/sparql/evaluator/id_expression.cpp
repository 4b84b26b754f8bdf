#include "sparql/evaluator/id_expression.h"

#include "sparql/evaluator/hash_table.h"
#include "sparql/optimiser/variables.h"

namespace tela::sparql::evaluator {

using rdf::Id;

namespace {

/// The column that decides the value, if it is one alone.
std::optional<std::size_t> deciding_column(const algebra::Expression& expression,
                                           const Layout& layout) {
  if (optimiser::is_volatile(expression) || optimiser::has_pattern(expression)) return std::nullopt;
  std::optional<std::size_t> only;
  for (const auto& variable : optimiser::variables_of(expression)) {
    const auto column = layout.column_of(variable);
    if (column && only) return std::nullopt;
    if (column) only = column;
  }
  return only;
}

} // namespace

IdExpression::IdExpression(const algebra::Expression& expression, const Layout& layout,
                           const Surroundings& around)
    : expression_(compile(expression, layout, around)),
      column_(deciding_column(expression, layout)) {}

Id IdExpression::evaluate(Frame& frame) {
  frame.scratch.reset();
  if (!column_) return to_id(expression_->evaluate(frame), frame);
  if (known_.empty()) known_.resize(places);
  const Id value = frame.batch->columns[*column_][frame.row];
  Known& known = known_[hash_ids(0, value) % places];
  if (!value.defined() || known.value != value)
    known = {value, to_id(expression_->evaluate(frame), frame)};
  return known.result;
}

} // namespace tela::sparql::evaluator
