#include "network/similarity_join.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

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

// The classes one after the other, each with those before it that are similar.
class ClassJoin {
 public:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  struct Match {
    std::uint32_t other; // or the class itself, whose members are as similar as can be
    std::uint32_t shared;
    double similarity;
  };

  ClassJoin(Classes classes, Node event_count, double threshold)
      : classes_(std::move(classes)), threshold_(threshold), index_(event_count),
        index_start_(event_count, 0), last_seen_(classes_.size(), none) {}

  // Goes on to the next class; false behind the last.
  bool advance() {
    if (++current_ == classes_.size()) return false;
    matches_.clear();
    if (classes_.members_of(current_).size() > 1)
      matches_.push_back({current_, static_cast<std::uint32_t>(classes_.set(current_).size()), 1});
    find_partners();
    enter_into_index();
    return true;
  }

  [[nodiscard]] std::uint32_t current() const noexcept { return current_; }
  [[nodiscard]] const std::vector<Match>& matches() const noexcept { return matches_; }
  [[nodiscard]] std::span<const Node> members(std::uint32_t c) const {
    return classes_.members_of(c);
  }
  [[nodiscard]] std::uint64_t pairs_of(const Match& match) const {
    const std::uint64_t mine = members(current_).size();
    return match.other == current_ ? mine * (mine - 1) / 2 : mine * members(match.other).size();
  }
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(classes_.size());
  }
  [[nodiscard]] std::uint64_t compared() const noexcept { return compared_; }

 private:
  [[nodiscard]] std::span<const Node> prefix() const {
    const auto set = classes_.set(current_);
    const auto needed =
        static_cast<std::size_t>(std::ceil(threshold_ * static_cast<double>(set.size()) - 1e-9));
    return set.first(set.size() - std::max<std::size_t>(needed, 1) + 1);
  }

  void find_partners() {
    const auto set = classes_.set(current_);
    const auto size = static_cast<double>(set.size());
    const double smallest = threshold_ * size - 1e-9;
    const double share = threshold_ / (1 + threshold_); // of both sizes, that both must have
    const auto prefix = this->prefix();
    for (std::size_t place = 0; place < prefix.size(); ++place) {
      // Classes stand by size: those that are too small for this one are so for all that follow.
      auto& list = index_[prefix[place]];
      std::uint32_t& start = index_start_[prefix[place]];
      while (start < list.size() && list[start].size < smallest) ++start;
      const auto left = static_cast<std::uint32_t>(set.size() - place);
      for (std::size_t at = start; at < list.size(); ++at) {
        const Posting& other = list[at];
        // No rarer event is shared, so that at most what is left of the two can be.
        if (std::min(left, other.left) < share * (size + other.size) - 1e-9) continue;
        if (last_seen_[other.of_class] == current_) continue;
        last_seen_[other.of_class] = current_;
        compare(other.of_class);
      }
    }
  }

  void enter_into_index() {
    const auto size = static_cast<std::uint32_t>(classes_.set(current_).size());
    const auto prefix = this->prefix();
    for (std::uint32_t place = 0; place < prefix.size(); ++place)
      index_[prefix[place]].push_back({current_, size, size - place});
  }

  void compare(std::uint32_t other) {
    ++compared_;
    const auto x = classes_.set(current_);
    const auto y = classes_.set(other);
    const std::uint32_t shared = common(x, y);
    const double similarity =
        static_cast<double>(shared) / static_cast<double>(x.size() + y.size() - shared);
    if (similarity >= threshold_) matches_.push_back({other, shared, similarity});
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

  // A class that has an event in its prefix.
  struct Posting {
    std::uint32_t of_class;
    std::uint32_t size; // of its set
    std::uint32_t left; // of its set, from that event on
  };

  Classes classes_;
  double threshold_;
  std::vector<std::vector<Posting>> index_; // by event
  std::vector<std::uint32_t> index_start_;  // where those begin that are large enough
  std::vector<std::uint32_t> last_seen_;
  std::vector<Match> matches_;
  std::uint32_t current_ = none; // one before the first
  std::uint64_t compared_ = 0;
};

} // namespace

struct SimilarityJoin::State {
  State(const Affiliation& graph, double threshold, const base::Execution& how)
      : join(classes_of(graph), graph.event_count(), threshold), execution(how) {}

  ClassJoin join;
  base::Execution execution;
  std::size_t match = 0;  // of the current class
  std::size_t first = 0;  // member of the current class
  std::size_t second = 0; // member of the other
  std::vector<ProjectedEdge> block;
  bool ended = false;

  static constexpr std::size_t block_size = 4096;

  // Finds the partners of the next class.
  bool advance() {
    execution.check();
    return join.advance();
  }

  // Makes edges of the current match until it or the block ends; false when the match ended.
  bool fill() {
    const ClassJoin::Match& now = join.matches()[match];
    const auto mine = join.members(join.current());
    const auto others = join.members(now.other);
    const bool within = now.other == join.current();
    for (; first < mine.size(); ++first) {
      if (within && second <= first) second = first + 1;
      for (; second < others.size(); ++second) {
        if (block.size() == block_size) return true;
        const auto [a, b] = std::minmax(mine[first], others[second]);
        block.push_back({a, b, now.shared, now.similarity});
      }
      second = 0;
    }
    first = 0;
    return false;
  }
};

SimilarityJoin::SimilarityJoin(const Affiliation& graph, double threshold,
                               const base::Execution& execution) {
  if (!(threshold > 0 && threshold <= 1))
    throw base::Error(base::Failure::usage, "a Jaccard threshold lies above 0 and at most at 1");
  state_ = std::make_unique<State>(graph, threshold, execution);
}

SimilarityJoin::~SimilarityJoin() = default;

std::span<const ProjectedEdge> SimilarityJoin::next() {
  State& state = *state_;
  state.block.clear();
  state.execution.check();
  while (!state.ended) {
    for (; state.match < state.join.matches().size(); ++state.match)
      if (state.fill()) return state.block;
    state.match = 0;
    state.ended = !state.advance();
  }
  return state.block;
}

SimilarityCounts SimilarityJoin::count(std::vector<bool>& tied, std::uint64_t enough) {
  ClassJoin& join = state_->join;
  SimilarityCounts counts;
  std::vector<bool> tied_classes(join.size());
  while (counts.pairs <= enough && state_->advance())
    for (const auto& match : join.matches()) {
      counts.pairs += join.pairs_of(match);
      tied_classes[match.other] = tied_classes[join.current()] = true;
    }
  for (std::uint32_t c = 0; c < join.size(); ++c)
    if (tied_classes[c])
      for (const Node actor : join.members(c)) tied[actor] = true;
  state_->ended = true;
  counts.classes = join.size();
  counts.compared = join.compared();
  return counts;
}

} // namespace tela::network
