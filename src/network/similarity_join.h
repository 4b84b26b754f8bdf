#pragma once

#include "base/execution.h"
#include "network/affiliation.h"
#include "network/projection.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace tela::network {

/// What a similarity join found, beside the edges themselves.
struct SimilarityCounts {
  std::uint64_t pairs = 0;    ///< edges that reach the threshold
  std::uint64_t classes = 0;  ///< actors with exactly the same events counted as one
  std::uint64_t compared = 0; ///< pairs of classes that had to be looked at
};

/// All pairs of actors whose events have a Jaccard similarity of at least a threshold, without ever
/// holding them: for networks in which nearly everybody is tied to nearly everybody, such as
/// projects by their beneficiary states. The same edges as project() with Weight::jaccard and that
/// min_weight, in another order. Periods and tie weights do not enter. Single use.
///
/// Actors with the same events are joined once, as a class. Classes are compared by prefix
/// filtering (Bayardo, Ma & Srikant, WWW 2007; Xiao et al., WWW 2008): with events ordered from
/// rare to common, two sets that similar must share one of their first d - ceil(t d) + 1 events,
/// their sizes must be within a factor of t, and what is left of both behind the first event they
/// share must suffice. Memory: the ties, one index of prefixes, a block
/// of edges. Cost: the classes compared, plus the edges when they are wanted.
class SimilarityJoin {
 public:
  /// Throws Error(usage) unless 0 < threshold <= 1. `graph` is not needed afterwards. Works on the
  /// calling thread.
  SimilarityJoin(const Affiliation& graph, double threshold, const base::Execution& execution = {});
  ~SimilarityJoin();
  SimilarityJoin(const SimilarityJoin&) = delete;
  SimilarityJoin& operator=(const SimilarityJoin&) = delete;

  /// The next edges, with a < b in each; none at the end. Valid until the next call.
  [[nodiscard]] std::span<const ProjectedEdge> next();

  /// Counts what is left without making it, which costs nothing per edge. `tied`, of an element for
  /// each actor, becomes true for those with an edge. Stops when there are more than `enough`
  /// pairs. To be called instead of next().
  SimilarityCounts count(std::vector<bool>& tied,
                         std::uint64_t enough = std::numeric_limits<std::uint64_t>::max());

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::network
