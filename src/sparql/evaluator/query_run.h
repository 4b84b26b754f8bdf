#pragma once

#include "base/cancellation.h"
#include "rdf/date_time.h"
#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/dataset.h"
#include "sparql/evaluator/service.h"
#include "sparql/evaluator/solution_sink.h"
#include "sparql/optimiser/plan.h"

#include <memory>
#include <optional>
#include <string>

/// SPARQL 1.1 evaluation over ids: a plan of operators that pass columns of ids along.
namespace tela::sparql::evaluator {

/// How a query is run.
struct Settings {
  const base::Cancellation* cancellation = nullptr; ///< not owned, outlives the run
  base::MemoryBudget* memory = nullptr;             ///< likewise
  ServiceHandler service;                           ///< empty: SERVICE is refused
  unsigned threads = 0;                             ///< at most this many; 0: as many as cores
  std::optional<rdf::DateTime> now;                 ///< what NOW() gives; none: the clock's time
};

/// A query opened over a dataset: its graphs are chosen, and a planner can ask about the data. A
/// plan makes it a QueryRun. Keeps references to the dataset and to what Settings points to.
class OpenQuery {
 public:
  /// Throws Error(input) where the query holds a pattern or flags of REGEX that are none.
  OpenQuery(const algebra::Query& query, const Dataset& dataset, Settings settings);
  ~OpenQuery();
  OpenQuery(OpenQuery&&) noexcept;
  OpenQuery& operator=(OpenQuery&&) noexcept;
  OpenQuery(const OpenQuery&) = delete;
  OpenQuery& operator=(const OpenQuery&) = delete;

  /// Valid as long as this object or the QueryRun made of it.
  [[nodiscard]] optimiser::Statistics& statistics() noexcept;

 private:
  friend class QueryRun;
  struct State;
  std::unique_ptr<State> state_;
};

/// A query with its plan, ready to run any number of times. One thread at a time.
class QueryRun {
 public:
  /// `plan` was made for the same query, with query.statistics().
  QueryRun(OpenQuery query, optimiser::Plan plan);
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
