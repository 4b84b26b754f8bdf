#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/operator.h"
#include "sparql/evaluator/value.h"

#include <memory>
#include <vector>

namespace tela::sparql::evaluator {

/// Where the values of variables stand in the rows that an expression sees.
struct Layout {
  const optimiser::VariableTable& variables;
  std::vector<Slot> columns;

  [[nodiscard]] std::optional<std::size_t> column_of(const algebra::Variable& variable) const;
};

/// An expression over rows of one layout. Evaluated by one thread at a time.
class CompiledExpression {
 public:
  virtual ~CompiledExpression() = default;
  /// The value for the frame's row.
  [[nodiscard]] virtual Value evaluate(Frame& frame) const = 0;
};

using ExpressionPtr = std::unique_ptr<CompiledExpression>;

/// Variables outside the layout are unbound. Patterns of EXISTS are planned when first needed.
[[nodiscard]] ExpressionPtr compile(const algebra::Expression& expression, const Layout& layout,
                                    const Surroundings& around);

/// The value of an expression without variables.
[[nodiscard]] Value evaluate_constant(const algebra::Expression& expression, Frame& frame);

} // namespace tela::sparql::evaluator
