#pragma once

#include "base/execution.h"
#include "network/affiliation.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace tela::network {

/// How strong a tie between two actors is, from the events they share. With d the number of events
/// of an actor, s the number shared, n(e) the number of actors of event e:
enum class Weight {
  count,   ///< s
  jaccard, ///< s / (d_a + d_b - s). Jaccard 1901
  cosine,  ///< s / sqrt(d_a d_b). Salton & McGill 1983
  overlap, ///< s / min(d_a, d_b). Szymkiewicz–Simpson
  newman,  ///< sum over shared e of 1 / (n(e) - 1). Newman, Phys. Rev. E 64 (2001) 016132, eq. 2
  /// -log10 of the probability to share at least s events when b's events are drawn at random among
  /// the events that have any actor (hypergeometric; Tumminello et al., PLoS ONE 6 (2011) e17994).
  hypergeometric,
};

/// Whether the two-mode ties' own weights w enter. When used, s becomes the sum of min(w_ae, w_be)
/// and d the sum of w (for Jaccard this is Ruzicka's measure), cosine is that of the vectors of w,
/// and each term of Newman's is min(w_ae, w_be) / (n(e) - 1). Hypergeometric has no weighted form.
enum class TieWeights { ignored, used };

struct ProjectedEdge {
  Node a = 0; ///< a < b
  Node b = 0;
  std::uint32_t shared = 0; ///< number of events shared
  double weight = 0;
};

struct ProjectionOptions {
  Weight weight = Weight::count;
  TieWeights tie_weights = TieWeights::ignored;
  double min_weight = 0;        ///< edges below are not made
  std::uint32_t min_shared = 1; ///< likewise
  base::Execution execution{};
};

/// Receives edges in ascending order of (a, b), some at a time; the span is valid during the call.
using ProjectedEdgeSink = std::function<void(std::span<const ProjectedEdge>)>;

/// The one-mode projection onto the actors: an edge for each two that share an event. Where ties
/// have periods, an event counts as shared when the two periods meet. Calls `sink` from the calling
/// thread. The result does not depend on the number of threads.
///
/// Cost: the sum over events of n(e)^2 / 2 steps: event by event into a counter for each two actors
/// where they are few (SharedCounts), else actor by actor (Gustavson's sparse product with one
/// dense row of accumulators a thread). Memory: 12 bytes an actor and thread, and in flight
/// about a million edges a thread. Throws Error(usage) for weights without meaning (hypergeometric
/// with TieWeights::used).
void project(const Affiliation& graph, const ProjectionOptions& options,
             const ProjectedEdgeSink& sink);

/// All edges at once.
[[nodiscard]] std::vector<ProjectedEdge> project(const Affiliation& graph,
                                                 const ProjectionOptions& options = {});

[[nodiscard]] std::string_view name(Weight weight) noexcept; ///< "count", "jaccard", …
/// The weight of that name; throws Error(usage) with the names that exist.
[[nodiscard]] Weight weight_named(std::string_view name);

} // namespace tela::network
