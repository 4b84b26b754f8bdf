#pragma once

#include "base/cancellation.h"
#include "rdf/date_time.h"
#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/dataset.h"
#include "sparql/evaluator/service.h"
#include "sparql/evaluator/solution_sink.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// SPARQL 1.1 evaluation over ids: a plan of operators that pass columns of ids along.
namespace tela::sparql::evaluator {

/// How a query is run.
struct Settings {
  std::vector<std::string>
      disabled_passes; ///< names from optimiser::passes(); unknown: Error(usage)
  const base::Cancellation* cancellation = nullptr; ///< not owned, outlives the run
  base::MemoryBudget* memory = nullptr;             ///< likewise
  ServiceHandler service;                           ///< empty: SERVICE is refused
  unsigned threads = 0;                             ///< at most this many; 0: as many as cores
  std::optional<rdf::DateTime> now;                 ///< what NOW() gives; none: the clock's time
};

/// A query planned against a dataset, ready to run any number of times. One thread at a time.
/// Keeps references to the dataset and to what Settings points to.
class QueryRun {
 public:
  /// Plans. Throws Error(input) when the query cannot be answered (SERVICE refused).
  QueryRun(const algebra::Query& query, const Dataset& dataset, Settings settings);
  ~QueryRun();
  QueryRun(QueryRun&&) noexcept;
  QueryRun& operator=(QueryRun&&) noexcept;
  QueryRun(const QueryRun&) = delete;
  QueryRun& operator=(const QueryRun&) = delete;

  /// Streams all solutions: of SELECT the projection, of CONSTRUCT and DESCRIBE the variables that
  /// the template or the list needs. Throws Error(limit) when stopped.
  void run(SolutionSink& sink);
  /// Whether there is a solution: ASK. Stops at the first.
  [[nodiscard]] bool ask();

  /// The plan as a tree: estimate, and after a run the actual rows and time of each operator.
  [[nodiscard]] std::string explain_text() const;
  [[nodiscard]] std::string explain_json() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::sparql::evaluator
