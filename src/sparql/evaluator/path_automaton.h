#pragma once

#include "rdf/id.h"
#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/words.h"

#include <cstdint>
#include <vector>

namespace tela::sparql::evaluator {

/// One step along an edge of the graph.
struct PathStep {
  rdf::Id predicate;             ///< undefined: any but `excluded`
  std::vector<rdf::Id> excluded; ///< ascending
  bool backward = false;         ///< from object to subject
};

/// A path as a finite automaton without empty moves (Glushkov): a state is the step taken last.
/// Sets of nodes are all that counts inside a closure, so a pair of node and state need never be
/// visited twice.
struct PathAutomaton {
  std::vector<PathStep> steps;
  std::vector<std::vector<std::uint32_t>> follow; ///< steps that may come after each step
  std::vector<std::uint32_t> first;               ///< steps that may come first
  std::vector<bool> last;                         ///< whether the path may end with the step
  bool nullable = false;                          ///< matches zero steps

  /// Whether it is any number of steps, one at least or none at least, of named predicates, each
  /// step of any kind: (:p|^:q)+.
  [[nodiscard]] bool takes_any_step() const;

  /// The automaton of `path`, walked from its object to its subject when `reversed`.
  [[nodiscard]] static PathAutomaton of(const algebra::Path& path, bool reversed, Words& words);
};

} // namespace tela::sparql::evaluator
