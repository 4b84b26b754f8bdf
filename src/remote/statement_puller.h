#pragma once

#include "rdf/quad.h"
#include "remote/capabilities.h"
#include "remote/sparql_service.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::remote {

/// Which statements of a service are wanted.
struct Portion {
  std::vector<std::string> graphs;     ///< IRIs of named graphs; empty: all, and the default graph
  std::vector<std::string> predicates; ///< IRIs; empty: all
};

/// Some of the statements, so that all of them together are each statement once: what is asked for
/// in one request, or in many where the service gives no more.
struct Slice {
  /// What a variable may be: ?g, ?s, ?p or ?o.
  struct Condition {
    std::string variable;
    std::vector<rdf::Term> values;
    std::vector<std::uint64_t> counts; ///< of the statements with each value, where they are known
  };
  bool is_default = false; ///< of the statements in no named graph
  std::vector<Condition> conditions;
  std::uint64_t count = 0; ///< that the service says there are
};

/// Reads statements from a service, as many as it says there are. The service's row cap, told or
/// found out, is kept under by blocks of values: first of graphs, then of subjects, predicates,
/// objects; a block that the service refuses is halved. No OFFSET, no ORDER BY. Blank nodes keep
/// together what one request has given. One thread.
class StatementPuller {
 public:
  /// Keeps a reference to `service`.
  StatementPuller(SparqlService& service, Capabilities known, Portion portion);

  /// All slices, none of more than `most` statements unless one graph has more. Asks for counts
  /// only. 0: as few slices as there can be.
  [[nodiscard]] std::vector<Slice> plan(std::uint64_t most = 0);

  /// Pushes the statements of a slice. Throws NotWhole when they are not as many as counted, and
  /// Error(input) for a term that is none; some have been pushed then.
  void pull(const Slice& slice, rdf::QuadSink& sink);

  /// So many statements there are now, by counting anew.
  [[nodiscard]] std::uint64_t count();

  /// A value of a variable and how many statements have it.
  struct Value {
    rdf::Term term;
    std::uint64_t count = 0;
  };
  /// The named graphs that are wanted, by their IRIs.
  [[nodiscard]] std::vector<Value> graphs();

 private:
  [[nodiscard]] std::string pattern(const Slice& slice) const;
  [[nodiscard]] std::uint64_t number(const std::string& query);
  [[nodiscard]] std::uint64_t count(const Slice& slice);
  [[nodiscard]] std::vector<Value> values(const Slice& slice, const std::string& variable);
  void add_values(const Slice& slice, const std::string& variable, const std::string& prefix,
                  std::size_t digits, std::vector<Value>& found);
  [[nodiscard]] std::vector<Slice> blocks(const Slice& slice, const std::string& variable,
                                          std::uint64_t most);
  [[nodiscard]] bool pull_whole(const Slice& slice, rdf::QuadSink& sink);
  void pull_parts(const Slice& slice, rdf::QuadSink& sink);
  [[nodiscard]] std::optional<std::string> next_variable(const Slice& slice) const;
  [[nodiscard]] std::vector<Slice> wholes();
  [[nodiscard]] bool fits(std::uint64_t rows) const { return !cap_ || rows < *cap_; }
  [[noreturn]] void fail(const std::string& reason, const std::string& advice) const;

  SparqlService& service_;
  Capabilities known_;
  Portion portion_;
  std::optional<std::uint64_t> cap_; ///< rows that an answer has at most
  std::size_t most_values_;          ///< that it takes at once
  std::uint64_t answers_ = 0;        ///< in whose names blank nodes are kept apart
};

} // namespace tela::remote
