#pragma once

#include "base/cancellation.h"
#include "engine/database.h"
#include "sparql/algebra/algebra.h"
#include "sparql/results/result_writer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::engine {

struct QueryOptions {
  std::string source; ///< shown in errors: a file name, or empty
  std::string base;   ///< what relative IRIs of the query are resolved against
  const rdf::PrefixMap* prefixes = nullptr; ///< that the query need not declare; null: none
  std::vector<std::pair<std::string, rdf::Term>> bindings; ///< variables, without '?', and terms
  /// IRIs of graphs that replace those of FROM and FROM NAMED (SPARQL 1.1 Protocol, section 2.1.4).
  std::vector<std::string> default_graphs, named_graphs;
  std::vector<std::string>
      disabled_passes; ///< names from optimiser::passes(); unknown: Error(usage)
  std::vector<std::string> allowed_services; ///< prefixes of endpoints; none: SERVICE is refused
  const base::Cancellation* cancellation = nullptr; ///< not owned, outlives the query
  base::MemoryBudget* memory = nullptr;             ///< likewise
  unsigned threads = 0;                             ///< 0: as many as cores
};

/// Milliseconds of the steps of one query.
struct QueryTimes {
  double parse = 0, plan = 0, execute = 0, write = 0;
};

/// A query of SPARQL 1.1 made ready to run against a database, any number of times. One thread at a
/// time; the database must outlive it. Move-only.
class Query {
 public:
  using Form = sparql::algebra::Query::Form;

  /// Parses and plans. Throws Error(input) that points into the text.
  Query(const Database& database, std::string_view text, const QueryOptions& options = {});
  ~Query();
  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  [[nodiscard]] Form form() const noexcept;
  /// Whether the result is a graph: CONSTRUCT and DESCRIBE.
  [[nodiscard]] bool gives_graph() const noexcept;

  /// Runs SELECT or ASK and streams the result. Returns the number of solutions. Throws
  /// Error(limit) when stopped: the writer is then cut short, so that nothing looks complete.
  std::uint64_t run(sparql::results::ResultWriter& writer);
  /// Runs CONSTRUCT or DESCRIBE. Returns the number of triples pushed.
  std::uint64_t run(rdf::QuadSink& sink);

  /// The plan: estimates, and after a run actual rows and times.
  [[nodiscard]] std::string explain_text() const;
  [[nodiscard]] std::string explain_json() const;
  /// Of the making and the last run.
  [[nodiscard]] const QueryTimes& times() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::engine
