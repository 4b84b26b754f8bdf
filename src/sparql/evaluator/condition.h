#pragma once

#include "sparql/evaluator/expression.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace tela::sparql::evaluator {

/// One condition over batches of one layout.
class Test {
 public:
  virtual ~Test() = default;
  /// Drops from `rows` (numbers of rows of `batch`, ascending) those that fail the condition: those
  /// for which it is false or an error.
  virtual void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) = 0;
};

using TestPtr = std::unique_ptr<Test>;

/// The fastest test there is for a condition: by ids alone, by each different value of one column,
/// or row by row.
[[nodiscard]] TestPtr make_test(const algebra::Expression& condition, const Layout& layout,
                                const Surroundings& around);

/// Comparisons of variables and constants, STR(?a) < STR(?b), LANG(?v) = "en", BOUND, isIRI and
/// their kin, mostly without decoding a term; null for other conditions.
[[nodiscard]] TestPtr make_id_test(const algebra::Expression& condition, const Layout& layout,
                                   const Surroundings& around);
/// A condition on one variable, decided once for each value of a batch, in the order of ids; null
/// for other conditions.
[[nodiscard]] TestPtr make_value_test(const algebra::Expression& condition, const Layout& layout,
                                      const Surroundings& around);

/// Conditions that rows must fulfil, all of them.
class Conditions {
 public:
  Conditions(const std::vector<optimiser::Condition>& conditions, const Layout& layout,
             const Surroundings& around);
  explicit Conditions(std::vector<TestPtr> tests) : tests_(std::move(tests)) {}

  [[nodiscard]] bool empty() const { return tests_.empty(); }
  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows);

 private:
  std::vector<TestPtr> tests_;
};

} // namespace tela::sparql::evaluator
