#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/plan.h"
#include "sparql/optimiser/statistics.h"
#include "sparql/optimiser/value_ranges.h"

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace tela::sparql::optimiser {

/// A triple pattern over ids.
struct TripleLeaf {
  std::array<PathEnd, 3> terms; ///< subject, predicate, object
  GraphScope graph;

  [[nodiscard]] SlotSet slots() const;
};

/// A closure: what is left of a path when sequences, alternatives and inverses have been resolved.
struct PathLeaf {
  algebra::Path path;
  PathEnd from, to;
  GraphScope graph;

  [[nodiscard]] SlotSet slots() const;
};

/// The same rows in different orders, at different costs; at least one.
using Alternatives = std::vector<PlanRef>;

/// Patterns and parts that are joined with one another, in any order, and the conditions on the
/// result.
struct JoinGroup {
  std::vector<TripleLeaf> triples;
  std::vector<PathLeaf> paths;
  std::vector<Alternatives> parts;
  std::vector<Condition> filters;
};

/// The scan of a pattern in `order`, or nothing when the constants of the pattern, followed by the
/// slots of `keys`, do not stand first in it.
[[nodiscard]] std::optional<IndexScan> scan_in(rdf::Order order, const TripleLeaf& leaf,
                                               const SlotSet& keys = {});
/// The pattern that a scan matches.
[[nodiscard]] TripleLeaf leaf_of(const IndexScan& scan);
/// The scan as a node: columns, order and costs. `ranges`: what conditions allow variables to be.
[[nodiscard]] PlanRef scan_node(IndexScan scan, const Estimate& estimate, double rows_read);
/// Rows and numbers of different values, from the indexes.
[[nodiscard]] Estimate estimate_of(const TripleLeaf& leaf, Statistics& statistics);
/// Rows of a scan whose first free position lies in `ranges`.
[[nodiscard]] double rows_within(const IndexScan& scan, const std::vector<IdRange>& ranges,
                                 Statistics& statistics);

} // namespace tela::sparql::optimiser
