#pragma once

#include "base/execution.h"
#include "network/graph.h"

#include <vector>

namespace tela::network {

/// Iterations end here, settled or not.
inline constexpr unsigned most_rounds = 10'000;

/// Scores found by iteration, and whether they settled.
struct Iterated {
  std::vector<double> scores;
  unsigned rounds = 0;
  bool converged = false; ///< when false, say so: the scores are the last ones reached
};

/// A node counts by the weights and scores of those that point to it: the eigenvector of the
/// largest eigenvalue of the weighted adjacency matrix, of Euclidean length 1, nothing negative.
/// Bonacich, Am. J. Sociol. 92 (1987) 1170. Power iteration with A + I, which settles on two-mode
/// graphs too. Meaningful on connected graphs; else nearly all goes to the densest component.
[[nodiscard]] Iterated eigenvector(const Graph& graph, const base::Execution& execution = {});

} // namespace tela::network
