#pragma once

#include "sparql/evaluator/expression.h"

#include <memory>
#include <span>

namespace tela::sparql::evaluator {

/// Decides for single values whether a condition on one variable holds. One thread at a time; one
/// with words of its own may work beside the others of a query, on values of the dataset.
class ValueDecider {
 public:
  /// Shares the words of the query: decides every value.
  ValueDecider(const algebra::Expression& condition, const Layout& layout, std::size_t column,
               const Surroundings& around);
  /// Has words of its own. The query's context must not change while decide() runs.
  [[nodiscard]] static std::unique_ptr<ValueDecider>
  independent(const algebra::Expression& condition, const Layout& layout, std::size_t column,
              const Surroundings& around);
  ~ValueDecider();
  ValueDecider(const ValueDecider&) = delete;
  ValueDecider& operator=(const ValueDecider&) = delete;

  /// decided[i] = whether the condition holds for stored[i]. `stored` ascends and holds terms of
  /// the dataset only, so that its dictionary is read from front to back.
  void decide_stored(std::span<const rdf::Id> stored, std::span<char> decided);
  /// Whether it holds for any other value.
  [[nodiscard]] bool decide(rdf::Id value);

 private:
  struct OwnContext;
  ValueDecider(std::unique_ptr<OwnContext> own, const algebra::Expression& condition,
               const Layout& layout, std::size_t column, const Surroundings& around);
  bool holds(const rdf::Id& value);

  std::unique_ptr<OwnContext> own_; ///< none: the query's is used
  Context& context_;
  ExpressionPtr expression_;
  std::size_t column_;
  Scratch scratch_;
  Batch single_; ///< what the expression sees: one row, of which it reads one column
  std::size_t steps_ = 0;
};

} // namespace tela::sparql::evaluator
