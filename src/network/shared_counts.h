#pragma once

#include "base/execution.h"
#include "network/affiliation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::network {

/// How many events each two actors share, counted event by event into a triangle of counters: for
/// few actors and many events, where a row of counters for each actor would jump through memory.
class SharedCounts {
 public:
  /// More actors than this would need more than 32 MiB a thread.
  static constexpr Node most_actors = 4096;

  /// Cost: the sum over events of n(e)^2 / 2 increments, in parallel, and actors^2 / 2. Memory: 2
  /// bytes times actors^2 a thread while it counts. REQUIRES: at most most_actors, no periods.
  SharedCounts(const Affiliation& graph, const base::Execution& execution);

  /// The counts of `a` with the actors behind it: element i is that of a + 1 + i.
  [[nodiscard]] std::span<const std::uint32_t> behind(Node a) const noexcept {
    return std::span(triangle_).subspan(begin_[a], begin_[a + 1] - begin_[a]);
  }

 private:
  std::vector<std::uint64_t> begin_; // of each actor's stretch of the triangle, and the end
  std::vector<std::uint32_t> triangle_;
};

} // namespace tela::network
