#pragma once

#include "sparql/evaluator/solutions.h"
#include "sparql/results/result_writer.h"

#include <cstdint>
#include <vector>

namespace tela::sparql::results {

/// Hands the solutions of a query to a writer. Keeps a reference to it.
class SolutionWriter final : public evaluator::Solutions {
 public:
  explicit SolutionWriter(ResultWriter& writer) : writer_(writer) {}

  void begin(std::span<const std::string> variables) override;
  void rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) override;
  void end() override { writer_.end(); }

  /// Solutions written so far.
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

 private:
  ResultWriter& writer_;
  std::vector<rdf::Term> storage_; ///< one for each column
  std::vector<Cell> cells_;
  std::uint64_t count_ = 0;
};

} // namespace tela::sparql::results
