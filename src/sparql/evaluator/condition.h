#pragma once

#include "sparql/evaluator/expression.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tela::sparql::evaluator {

/// Conditions that rows must fulfil, all of them, over batches of one layout.
class Conditions {
 public:
  Conditions(const std::vector<optimiser::Condition>& conditions, const Layout& layout,
             const Surroundings& around);
  ~Conditions();
  Conditions(const Conditions&) = delete;
  Conditions& operator=(const Conditions&) = delete;

  [[nodiscard]] bool empty() const { return tests_.empty(); }
  /// Drops from `rows` (numbers of rows of `batch`, ascending) those that fail a condition.
  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows);

  /// One condition.
  class Test {
   public:
    virtual ~Test() = default;
    virtual void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) = 0;
  };

 private:
  std::vector<std::unique_ptr<Test>> tests_;
};

} // namespace tela::sparql::evaluator
