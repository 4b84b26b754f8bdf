#pragma once

#include "base/cancellation.h"
#include "rdf/quad.h"
#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/solution_sink.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

namespace tela::engine {

/// CONSTRUCT: each solution fills the template (SPARQL 1.1 section 16.2). Triples with an unbound
/// variable or a term that cannot stand there are left out; blank nodes of the template are new for
/// each solution; a triple comes once. Memory: the text of each triple written, but of those with
/// blank nodes of the template, which only their own solution can repeat.
class Construct final : public sparql::evaluator::SolutionSink {
 public:
  /// Keeps references. `cancellation` and `memory` (may be null) throw Error(limit).
  Construct(const std::vector<sparql::algebra::TriplePattern>& pattern, rdf::QuadSink& sink,
            const base::Cancellation* cancellation, base::MemoryBudget* memory)
      : pattern_(pattern), sink_(sink), cancellation_(cancellation), memory_(memory) {}
  ~Construct() override;
  Construct(const Construct&) = delete;
  Construct& operator=(const Construct&) = delete;

  void begin(std::span<const std::string> variables) override;
  void rows(const sparql::evaluator::Batch& batch,
            const sparql::evaluator::TermSource& terms) override;
  void end() override {}

 private:
  struct Column {
    std::size_t index;
  };
  struct TemplateBlank {
    std::size_t number;
  };
  struct Never {}; ///< a variable that no solution binds
  using Slot = std::variant<Never, Column, TemplateBlank, rdf::Term>;

  /// One row of solutions.
  struct Row {
    const sparql::evaluator::Batch& batch;
    std::size_t number;
    const sparql::evaluator::TermSource& terms;
  };

  Slot slot_of(const sparql::algebra::Node& node, std::span<const std::string> variables);
  [[nodiscard]] std::optional<rdf::Term> fill(const Slot& slot, const Row& row) const;
  void push(const rdf::Quad& triple, bool of_this_solution);
  bool remember(std::string triple);

  const std::vector<sparql::algebra::TriplePattern>& pattern_;
  rdf::QuadSink& sink_;
  std::vector<std::array<Slot, 3>> slots_;
  std::vector<std::string> blanks_;
  const base::Cancellation* cancellation_;
  base::MemoryBudget* memory_;
  std::size_t charged_ = 0; ///< bytes
  std::unordered_set<std::string> seen_;
  std::unordered_set<std::string> seen_in_solution_; ///< triples with blank nodes of the template
  std::uint64_t solution_ = 0;
};

} // namespace tela::engine
