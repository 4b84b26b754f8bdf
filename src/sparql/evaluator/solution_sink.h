#pragma once

#include "rdf/term.h"
#include "sparql/evaluator/batch.h"

#include <span>
#include <string>

namespace tela::sparql::evaluator {

/// The terms behind the ids of a result: those of the dataset and those the query made itself.
class TermSource {
 public:
  virtual ~TermSource() = default;
  /// The term of a defined id of a batch. The view is valid as long as `storage` is unchanged;
  /// `storage` is scratch space of the caller, reused from call to call. REQUIRES: id.defined().
  [[nodiscard]] virtual rdf::TermView term(rdf::Id id, rdf::Term& storage) const = 0;
};

/// Where solutions stream to: a result writer, a template, a test. May throw base::Error to end the
/// query. Called from one thread.
class SolutionSink {
 public:
  virtual ~SolutionSink() = default;
  /// The variables, without '?', in the order of the columns. Once, before everything else.
  virtual void begin(std::span<const std::string> variables) = 0;
  /// Some solutions; `batch` and `terms` are valid during the call only, ids of one query keep
  /// their meaning until end().
  virtual void rows(const Batch& batch, const TermSource& terms) = 0;
  /// All solutions have been given. Not called when the query fails or is stopped.
  virtual void end() = 0;
};

} // namespace tela::sparql::evaluator
