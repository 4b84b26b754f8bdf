#pragma once

#include "network/attributed_graph.h"
#include "network/graph.h"
#include "relations/network_options.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tela::relations {

/// A network ready for measures and writers.
struct Network {
  network::GraphHead head;
  network::EdgeTable edges;
  std::vector<std::string> notes; ///< what was left out, for people
};

/// Projects two-mode relations of the store onto their actors. Cost: that of the scans and of
/// network::project(). Memory: the ties, and about 150 bytes an edge that is kept; more than
/// most_edges of them end with Error(limit), and so does cancellation. Throws Error(usage) where
/// the options make no sense.
[[nodiscard]] Network one_mode(const store::Store& store, const OneModeOptions& options);

inline constexpr std::size_t most_edges = 20'000'000;

/// Whether only edges that reach a Jaccard similarity are asked for, which network::SimilarityJoin
/// finds without making the others.
[[nodiscard]] bool has_jaccard_threshold(const Weighing& weighing) noexcept;

/// "states with shared projects, shared memberships", in `language`.
[[nodiscard]] std::string title(const Selection& ties, const std::string& language);

/// The network as a graph to be measured: parallel edges collapsed.
[[nodiscard]] network::Graph measurable(const Network& network);

} // namespace tela::relations
