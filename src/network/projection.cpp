#include "network/projection.h"

#include "base/error.h"
#include "network/hypergeometric.h"
#include "network/shared_counts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace tela::network {

namespace {

// What the weights need to know about one actor.
struct Margin {
  double total = 0; // d, or the sum of tie weights
  double norm = 0;  // root of the sum of squares
};

// Of every actor; of none when the weight looks at the events alone.
std::vector<Margin> margins(const Affiliation& graph, const ProjectionOptions& options) {
  if (options.weight == Weight::count || options.weight == Weight::newman) return {};
  const TieRows& events = graph.by_event();
  std::vector<Margin> result(graph.actor_count());
  for (std::uint64_t tie = 0; tie < graph.tie_count(); ++tie) {
    Margin& margin = result[events.columns[tie]];
    const double w = options.tie_weights == TieWeights::used ? events.weight(tie) : 1.0;
    margin.total += w;
    margin.norm += w * w;
  }
  for (Margin& margin : result) margin.norm = std::sqrt(margin.norm);
  return result;
}

// The dense row of sums that one thread works with, and which of its entries are in use.
struct Accumulator {
  explicit Accumulator(std::size_t actors) : shared(actors, 0), sum(actors, 0.0) {}
  std::vector<std::uint32_t> shared;
  std::vector<double> sum;
  std::vector<Node> touched;
};

class Projector {
 public:
  Projector(const Affiliation& graph, const ProjectionOptions& options)
      : graph_(graph), events_(graph.by_event()), options_(options),
        margins_(margins(graph, options)) {
    for (Node e = 0; e < events_.size(); ++e) population_ += events_.degree(e) > 0;
  }

  // Appends the edges from `a` to the actors behind it.
  void row(Node a, Accumulator& acc, std::vector<ProjectedEdge>& edges) const {
    gather(a, acc);
    std::sort(acc.touched.begin(), acc.touched.end());
    for (const Node b : acc.touched) {
      append(a, b, acc.shared[b], needs_sum() ? acc.sum[b] : acc.shared[b], edges);
      acc.shared[b] = 0;
      acc.sum[b] = 0;
    }
    acc.touched.clear();
  }

  // The same from counts that are there already.
  void row(Node a, std::span<const std::uint32_t> behind, std::vector<ProjectedEdge>& edges) const {
    for (Node i = 0; i < behind.size(); ++i)
      if (behind[i] > 0) append(a, a + 1 + i, behind[i], behind[i], edges);
  }

  // Whether counts are all that the weight needs, and there are few enough actors to have them.
  [[nodiscard]] bool countable() const {
    return !needs_sum() && events_.periods.empty() &&
           graph_.actor_count() <= SharedCounts::most_actors;
  }

 private:
  void append(Node a, Node b, std::uint32_t shared, double sum,
              std::vector<ProjectedEdge>& edges) const {
    const ProjectedEdge edge{a, b, shared, weight(a, b, shared, sum)};
    if (shared >= options_.min_shared && edge.weight >= options_.min_weight) edges.push_back(edge);
  }

  void gather(Node a, Accumulator& acc) const {
    const bool dated = !events_.periods.empty();
    if (needs_sum()) {
      dated ? gather_as<true, true>(a, acc) : gather_as<true, false>(a, acc);
    } else {
      dated ? gather_as<false, true>(a, acc) : gather_as<false, false>(a, acc);
    }
  }

  template<bool Summed, bool Dated>
  void gather_as(Node a, Accumulator& acc) const {
    const TieRows& actors = graph_.by_actor();
    for (std::uint64_t tie = actors.offsets[a]; tie < actors.offsets[a + 1]; ++tie) {
      const Node event = actors.columns[tie];
      // Rows ascend, so the actors behind `a` stand at the end.
      for (std::uint64_t other = events_.offsets[event + 1]; other-- > events_.offsets[event];) {
        const Node b = events_.columns[other];
        if (b <= a) break;
        if constexpr (Dated)
          if (!actors.periods[tie].overlaps(events_.periods[other])) continue;
        if (acc.shared[b]++ == 0) acc.touched.push_back(b);
        if constexpr (Summed) acc.sum[b] += share(event, actors.weight(tie), events_.weight(other));
      }
    }
  }

  [[nodiscard]] bool needs_sum() const {
    return options_.tie_weights == TieWeights::used || options_.weight == Weight::newman;
  }

  // What one shared event adds, whose ties to the two have the weights x and y.
  [[nodiscard]] double share(Node event, double x, double y) const {
    double amount = 1;
    if (options_.tie_weights == TieWeights::used)
      amount = options_.weight == Weight::cosine ? x * y : std::min(x, y);
    if (options_.weight == Weight::newman) amount /= events_.degree(event) - 1;
    return amount;
  }

  // `s` is what the two share, in events or in the weights of ties.
  [[nodiscard]] double weight(Node a, Node b, std::uint32_t shared, double s) const {
    if (margins_.empty()) return s;
    const Margin& x = margins_[a];
    const Margin& y = margins_[b];
    switch (options_.weight) {
    case Weight::jaccard:
      return s / (x.total + y.total - s);
    case Weight::cosine:
      return s / (x.norm * y.norm);
    case Weight::overlap:
      return s / std::min(x.total, y.total);
    case Weight::hypergeometric:
      return -log_hypergeometric_tail(shared, static_cast<std::uint64_t>(x.total),
                                      static_cast<std::uint64_t>(y.total), population_) /
             std::numbers::ln10;
    case Weight::count:
    case Weight::newman:
      break;
    }
    return s;
  }

  const Affiliation& graph_;
  const TieRows& events_;
  const ProjectionOptions& options_;
  std::vector<Margin> margins_;
  std::uint64_t population_ = 0; // events that have any actor
};

// Event by event, with a counter for each two actors.
void project_counts(const Affiliation& graph, const Projector& projector,
                    const base::Execution& execution, const ProjectedEdgeSink& sink) {
  const SharedCounts counts(graph, execution);
  std::vector<ProjectedEdge> edges;
  for (Node a = 0; a < graph.actor_count(); ++a) {
    projector.row(a, counts.behind(a), edges);
    if (!edges.empty()) sink(edges);
    edges.clear();
  }
}

// Consecutive rows.
struct RowBlock {
  Node begin = 0, end = 0;
};

// Cuts the rows into blocks for the threads and rounds of blocks, by the edges that they can have
// at most: short rows go together, a long one is a block of its own.
class RowRounds {
 public:
  RowRounds(const Affiliation& graph, unsigned threads)
      : graph_(graph), edges_per_round_(std::uint64_t{threads} << 20U) {}

  // The blocks of the next round; none at the end.
  std::vector<RowBlock> next() {
    std::vector<RowBlock> blocks;
    for (std::uint64_t edges = 0; edges < edges_per_round_ && at_ < graph_.actor_count();)
      blocks.push_back(next_block(edges));
    return blocks;
  }

 private:
  static constexpr Node most_rows = 1024;
  static constexpr std::uint64_t blocks_per_round = 32;

  RowBlock next_block(std::uint64_t& edges) {
    const std::uint64_t enough = edges + edges_per_round_ / blocks_per_round;
    RowBlock block{at_, at_};
    while (at_ < graph_.actor_count() && at_ - block.begin < most_rows && edges < enough)
      edges += most_edges_of(at_++);
    block.end = at_;
    return block;
  }

  [[nodiscard]] std::uint64_t most_edges_of(Node actor) const {
    std::uint64_t others = 1; // a row costs something in any case
    for (const Node event : graph_.by_actor().row(actor)) others += graph_.by_event().degree(event);
    return std::min<std::uint64_t>(others, graph_.actor_count());
  }

  const Affiliation& graph_;
  std::uint64_t edges_per_round_;
  Node at_ = 0;
};

// Actor by actor. Blocks of rows go to the threads; a round of them is delivered in order before
// the next starts.
void project_rows(const Affiliation& graph, const Projector& projector,
                  const base::Execution& execution, const ProjectedEdgeSink& sink) {
  const unsigned threads = std::max(1U, execution.threads);
  base::WorkerTeam team(threads);
  std::vector<Accumulator> accumulators(threads, Accumulator(graph.actor_count()));
  std::vector<std::vector<ProjectedEdge>> buffers;
  RowRounds rounds(graph, threads);
  for (auto blocks = rounds.next(); !blocks.empty(); blocks = rounds.next()) {
    buffers.resize(std::max(buffers.size(), blocks.size()));
    team.run(blocks.size(), [&](unsigned worker, std::size_t number) {
      execution.check();
      for (Node a = blocks[number].begin; a < blocks[number].end; ++a)
        projector.row(a, accumulators[worker], buffers[number]);
    });
    for (auto& buffer : buffers) {
      if (!buffer.empty()) sink(buffer);
      buffer.clear();
    }
  }
}

constexpr std::array<std::pair<Weight, std::string_view>, 6> weight_names{{
    {Weight::count, "count"},
    {Weight::jaccard, "jaccard"},
    {Weight::cosine, "cosine"},
    {Weight::overlap, "overlap"},
    {Weight::newman, "newman"},
    {Weight::hypergeometric, "hypergeometric"},
}};

} // namespace

void project(const Affiliation& graph, const ProjectionOptions& options,
             const ProjectedEdgeSink& sink) {
  if (options.weight == Weight::hypergeometric && options.tie_weights == TieWeights::used)
    throw base::Error(base::Failure::usage, "the hypergeometric weight knows no tie weights",
                      "leave the tie weights out, or take count, jaccard, cosine or overlap");
  const Projector projector(graph, options);
  projector.countable() ? project_counts(graph, projector, options.execution, sink)
                        : project_rows(graph, projector, options.execution, sink);
}

std::vector<ProjectedEdge> project(const Affiliation& graph, const ProjectionOptions& options) {
  std::vector<ProjectedEdge> edges;
  project(graph, options, [&](std::span<const ProjectedEdge> some) {
    edges.insert(edges.end(), some.begin(), some.end());
  });
  return edges;
}

std::string_view name(Weight weight) noexcept {
  for (const auto& [value, text] : weight_names)
    if (value == weight) return text;
  return {};
}

Weight weight_named(std::string_view wanted) {
  std::string known;
  for (const auto& [value, text] : weight_names) {
    if (text == wanted) return value;
    known.append(known.empty() ? "" : ", ").append(text);
  }
  throw base::Error(base::Failure::usage, "there is no weight \"" + std::string(wanted) + "\"",
                    "take one of " + known);
}

} // namespace tela::network
