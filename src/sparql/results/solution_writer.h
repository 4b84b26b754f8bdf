#pragma once

#include "base/cancellation.h"
#include "sparql/evaluator/solution_sink.h"
#include "sparql/results/result_writer.h"

#include <cstdint>
#include <vector>

namespace tela::sparql::results {

/// Hands the solutions of a query to a writer, until `cancellation` (may be null) is raised. Keeps
/// references to both.
class SolutionWriter final : public evaluator::SolutionSink {
 public:
  explicit SolutionWriter(ResultWriter& writer, const base::Cancellation* cancellation = nullptr)
      : writer_(writer), cancellation_(cancellation) {}

  void begin(std::span<const std::string> variables) override;
  void rows(const evaluator::Batch& batch, const evaluator::TermSource& terms) override;
  void end() override { writer_.end(); }

  /// Solutions written so far.
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

 private:
  ResultWriter& writer_;
  const base::Cancellation* cancellation_;
  std::vector<rdf::Term> storage_; ///< one for each column
  std::vector<Cell> cells_;
  std::uint64_t count_ = 0;
};

} // namespace tela::sparql::results
