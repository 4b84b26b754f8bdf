#pragma once

#include "relations/one_mode.h"

#include <cstdint>
#include <memory>

namespace tela::relations {

/// A network whose edges come while they are written.
struct StreamedNetwork {
  network::GraphHead head;
  std::unique_ptr<network::EdgeStream> edges; ///< needs nothing but itself
  std::uint64_t edge_count = 0;
  std::vector<std::string> notes; ///< as those of Network
};

/// Whether `options` ask for nothing but all edges of one relation that reach a Jaccard threshold,
/// so that similar_actors() can make them.
[[nodiscard]] bool asks_for_similar_actors(const OneModeOptions& options) noexcept;

/// The same nodes and edges as one_mode(), the edges in another order and never held: memory is
/// that of the ties and the nodes (network::SimilarityJoin). Throws Error(limit) above
/// most_streamed_edges, which would be some 100 GB of GraphML. REQUIRES: asks_for_similar_actors.
[[nodiscard]] StreamedNetwork similar_actors(const store::Store& store,
                                             const OneModeOptions& options);

inline constexpr std::uint64_t most_streamed_edges = 1'000'000'000;

} // namespace tela::relations
