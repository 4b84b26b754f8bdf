#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/slots.h"

#include <utility>
#include <vector>

namespace tela::sparql::optimiser {

/// How many rows a part of a query is expected to give, and how many different values each of its
/// variables has among them.
class Estimate {
 public:
  double rows = 1;

  /// At most rows, at least 1.
  [[nodiscard]] double distinct(Slot slot) const;
  void set_distinct(Slot slot, double values);
  /// How many variables it knows of.
  [[nodiscard]] std::size_t size() const { return distinct_.size(); }
  /// Keeps the share `selectivity` of the rows.
  void filter(double selectivity);

  /// Rows that agree in all variables of both: |A|·|B| / max(distinct) for each, the classic
  /// assumption that the values of the side with fewer are among those of the other.
  friend Estimate join(const Estimate& a, const Estimate& b, const SlotSet& shared);

 private:
  std::vector<std::pair<Slot, double>> distinct_; ///< ascending by slot
};

[[nodiscard]] Estimate join(const Estimate& a, const Estimate& b, const SlotSet& shared);

/// The share of rows that a condition is expected to keep, 0 to 1.
[[nodiscard]] double selectivity(const algebra::Expression& condition);
/// What evaluating an expression costs, in nanoseconds a row. `ordered`: terms come in the order of
/// their ids, so that decoding them is cheap.
[[nodiscard]] double evaluation_cost(const algebra::Expression& expression, bool ordered);

} // namespace tela::sparql::optimiser
