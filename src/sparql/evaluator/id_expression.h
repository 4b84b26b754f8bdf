#pragma once

#include "sparql/evaluator/expression.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace tela::sparql::evaluator {

/// An expression as the id of its value: for BIND, keys of groups, arguments of aggregates. What
/// depends on one column alone is remembered for the values met lately: dates, currencies and their
/// kin come again and again. One thread at a time.
class IdExpression {
 public:
  IdExpression(const algebra::Expression& expression, const Layout& layout,
               const Surroundings& around);

  /// The id of the value for the frame's row; undefined when it fails. Resets the frame's scratch.
  [[nodiscard]] rdf::Id evaluate(Frame& frame);

 private:
  struct Known {
    rdf::Id value, result;
  };
  static constexpr std::size_t places = 8192;

  ExpressionPtr expression_;
  std::optional<std::size_t> column_; ///< all that the value depends on
  std::vector<Known> known_;          ///< by hash of the value; made when first used
};

} // namespace tela::sparql::evaluator
