#include "network/similarity_join.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tela::network {

namespace {

// Actors grouped by identical sets of events. Sets are written in ranks: 0 is the rarest event.
struct Classes {
  std::vector<std::uint64_t> set_begin{0};
  std::vector<Node> sets;
  std::vector<std::uint64_t> member_begin{0};
  std::vector<Node> members; // ascending in each class

  [[nodiscard]] std::size_t size() const { return set_begin.size() - 1; }
  [[nodiscard]] std::span<const Node> set(std::size_t c) const {
    return std::span(sets).subspan(set_begin[c], set_begin[c + 1] - set_begin[c]);
  }
  [[nodiscard]] std::span<const Node> members_of(std::size_t c) const {
    return std::span(members).subspan(member_begin[c], member_begin[c + 1] - member_begin[c]);
  }
};

std::vector<Node> rarity_ranks(const TieRows& by_event) {
  std::vector<Node> order(by_event.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](Node a, Node b) { return by_event.degree(a) < by_event.degree(b); });
  std::vector<Node> rank(order.size());
  for (Node r = 0; r < order.size(); ++r) rank[order[r]] = r;
  return rank;
}

// Classes ascend by the size of their sets, which the size filter relies on.
Classes classes_of(const Affiliation& graph) {
  const TieRows& rows = graph.by_actor();
  const std::vector<Node> rank = rarity_ranks(graph.by_event());
  std::vector<Node> ranked;
  ranked.reserve(rows.columns.size());
  for (const Node event : rows.columns) ranked.push_back(rank[event]);
  for (Node a = 0; a < rows.size(); ++a)
    std::sort(ranked.begin() + static_cast<std::ptrdiff_t>(rows.offsets[a]),
              ranked.begin() + static_cast<std::ptrdiff_t>(rows.offsets[a + 1]));
  const auto set = [&](Node a) {
    return std::span<const Node>(ranked).subspan(rows.offsets[a], rows.degree(a));
  };
  const auto before = [&](Node a, Node b) {
    if (rows.degree(a) != rows.degree(b)) return rows.degree(a) < rows.degree(b);
    const auto x = set(a);
    const auto y = set(b);
    const auto [i, j] = std::mismatch(x.begin(), x.end(), y.begin());
    return i == x.end() ? a < b : *i < *j;
  };
  std::vector<Node> order;
  for (Node a = 0; a < rows.size(); ++a)
    if (rows.degree(a) > 0) order.push_back(a);
  std::sort(order.begin(), order.end(), before);
  Classes classes;
  for (const Node actor : order) {
    const auto events = set(actor);
    if (classes.size() == 0 || !std::ranges::equal(classes.set(classes.size() - 1), events)) {
      classes.sets.insert(classes.sets.end(), events.begin(), events.end());
      classes.set_begin.push_back(classes.sets.size());
      classes.member_begin.push_back(classes.members.size());
    }
    classes.members.push_back(actor);
    classes.member_begin.back() = classes.members.size();
  }
  return classes;
}

class Join {
 public:
  Join(const Classes& classes, Node event_count, double threshold, const ProjectedEdgeSink& sink)
      : classes_(classes), threshold_(threshold), sink_(sink), index_(event_count),
        index_start_(event_count, 0), last_seen_(classes.size(), none) {
    counts_.classes = classes.size();
  }

  SimilarityCounts run() {
    for (std::uint32_t c = 0; c < classes_.size(); ++c) {
      within(c);
      find_partners(c);
      for (const Node event : prefix(c)) index_[event].push_back(c);
    }
    flush();
    return counts_;
  }

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  [[nodiscard]] std::span<const Node> prefix(std::uint32_t c) const {
    const auto set = classes_.set(c);
    const auto needed =
        static_cast<std::size_t>(std::ceil(threshold_ * static_cast<double>(set.size()) - 1e-9));
    return set.first(set.size() - std::max<std::size_t>(needed, 1) + 1);
  }

  // Members of one class are as similar as can be.
  void within(std::uint32_t c) {
    const auto members = classes_.members_of(c);
    const auto shared = static_cast<std::uint32_t>(classes_.set(c).size());
    counts_.pairs += std::uint64_t{members.size()} * (members.size() - 1) / 2;
    if (!sink_) return;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j)
        emit({members[i], members[j], shared, 1.0});
  }

  void find_partners(std::uint32_t c) {
    const auto set = classes_.set(c);
    const double smallest = threshold_ * static_cast<double>(set.size()) - 1e-9;
    for (const Node event : prefix(c)) {
      // Classes stand by size: those that are too small for this one are so for all that follow.
      auto& list = index_[event];
      std::uint32_t& start = index_start_[event];
      while (start < list.size() &&
             static_cast<double>(classes_.set(list[start]).size()) < smallest)
        ++start;
      for (std::size_t at = start; at < list.size(); ++at) {
        const std::uint32_t other = list[at];
        if (last_seen_[other] == c) continue;
        last_seen_[other] = c;
        compare(c, other);
      }
    }
  }

  void compare(std::uint32_t c, std::uint32_t other) {
    ++counts_.compared;
    const auto x = classes_.set(c);
    const auto y = classes_.set(other);
    const std::uint32_t shared = common(x, y);
    const double similarity =
        static_cast<double>(shared) / static_cast<double>(x.size() + y.size() - shared);
    if (similarity < threshold_) return;
    const auto a = classes_.members_of(c);
    const auto b = classes_.members_of(other);
    counts_.pairs += std::uint64_t{a.size()} * b.size();
    if (!sink_) return;
    for (const Node i : a)
      for (const Node j : b) emit({std::min(i, j), std::max(i, j), shared, similarity});
  }

  static std::uint32_t common(std::span<const Node> x, std::span<const Node> y) {
    std::uint32_t count = 0;
    auto i = x.begin();
    auto j = y.begin();
    while (i != x.end() && j != y.end()) {
      count += *i == *j;
      const bool step_x = *i <= *j;
      const bool step_y = *j <= *i;
      i += step_x;
      j += step_y;
    }
    return count;
  }

  void emit(const ProjectedEdge& edge) {
    constexpr std::size_t block = 4096;
    buffer_.push_back(edge);
    if (buffer_.size() == block) flush();
  }

  void flush() {
    if (sink_ && !buffer_.empty()) sink_(buffer_);
    buffer_.clear();
  }

  const Classes& classes_;
  double threshold_;
  const ProjectedEdgeSink& sink_;
  std::vector<std::vector<std::uint32_t>> index_; // classes by each event of their prefix
  std::vector<std::uint32_t> index_start_;        // where those begin that are large enough
  std::vector<std::uint32_t> last_seen_;
  std::vector<ProjectedEdge> buffer_;
  SimilarityCounts counts_;
};

} // namespace

SimilarityCounts similarity_join(const Affiliation& graph, double threshold,
                                 const ProjectedEdgeSink& sink) {
  if (!(threshold > 0 && threshold <= 1))
    throw base::Error(base::Failure::usage, "a Jaccard threshold lies above 0 and at most at 1");
  const Classes classes = classes_of(graph);
  return Join(classes, graph.event_count(), threshold, sink).run();
}

} // namespace tela::network
