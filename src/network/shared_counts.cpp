#include "network/shared_counts.h"

#include <algorithm>
#include <functional>

namespace tela::network {

namespace {

using Triangle = std::vector<std::uint32_t>;

void count(const TieRows& events, Node first, Node last, const std::vector<std::uint64_t>& begin,
           Triangle& triangle) {
  const Node* const columns = events.columns.data();
  for (Node event = first; event < last; ++event) {
    const Node* const end = columns + events.offsets[event + 1];
    for (const Node* a = columns + events.offsets[event]; a != end; ++a) {
      const std::uint64_t row = begin[*a] - *a - 1; // where an actor 0 behind it would stand
      for (const Node* b = a + 1; b != end; ++b) ++triangle[row + *b];
    }
  }
}

} // namespace

SharedCounts::SharedCounts(const Affiliation& graph, const base::Execution& execution)
    : begin_(std::size_t{graph.actor_count()} + 1, 0) {
  for (Node a = 0; a < graph.actor_count(); ++a)
    begin_[a + 1] = begin_[a] + graph.actor_count() - a - 1;
  const TieRows& events = graph.by_event();
  constexpr Node block = 4096;
  const std::uint64_t blocks = (std::uint64_t{events.size()} + block - 1) / block;
  std::vector<Triangle> triangles(
      std::clamp<std::uint64_t>(blocks, 1, std::max(1U, execution.threads)),
      Triangle(begin_.back(), 0));
  base::share_work(
      static_cast<unsigned>(triangles.size()), blocks, [&](unsigned worker, std::uint64_t number) {
        execution.check();
        const std::uint64_t first = number * block;
        const auto last = std::min<std::uint64_t>(first + block, events.size());
        count(events, static_cast<Node>(first), static_cast<Node>(last), begin_, triangles[worker]);
      });
  triangle_ = std::move(triangles.front());
  for (std::size_t t = 1; t < triangles.size(); ++t)
    std::transform(triangle_.begin(), triangle_.end(), triangles[t].begin(), triangle_.begin(),
                   std::plus<>());
}

} // namespace tela::network
