#include "events/weigher.h"

#include <cmath>

namespace tela::events {

namespace {

/// Tokens between; none when a cue reaches into the candidate.
std::uint32_t gap(std::uint32_t from, std::uint32_t to) {
  return to > from ? to - from : 0;
}

} // namespace

double Verdict::probability() const {
  return 1 / (1 + std::exp(-odds));
}

Weigher::Weigher(Question question, const RuleTable& table, const CueIndex& cues)
    : rules_(table.of(question)), cues_(cues) {}

void Weigher::hear(Side side, Range candidate, Range window,
                   std::bitset<most_rules>& applied) const {
  for (const CueMark& mark : cues_.in(window)) {
    const auto between =
        side == Side::before ? gap(mark.last, candidate.first) : gap(candidate.last, mark.first);
    for (std::size_t index = 0; index < rules_.size(); ++index) {
      const Rule& rule = rules_[index];
      if (rule.cue == mark.cue && rule.side == side && between <= rule.reach) applied.set(index);
    }
  }
}

Verdict Weigher::weigh(Range candidate, const Surroundings& around, const Facts& facts) const {
  Verdict verdict;
  hear(Side::before, candidate, around.before, verdict.applied);
  hear(Side::behind, candidate, around.behind, verdict.applied);
  double strongest = 0;
  for (std::size_t index = 0; index < rules_.size(); ++index) {
    const Rule& rule = rules_[index];
    if (!rule.cue && facts.has(rule.fact)) verdict.applied.set(index);
    if (!verdict.applied.test(index)) continue;
    verdict.odds += rule.weight;
    const bool told = rule.cue || rule.fact != Fact::always;
    if (told && std::abs(rule.weight) > strongest) {
      strongest = std::abs(rule.weight);
      verdict.rule = rule.id;
    }
  }
  return verdict;
}

} // namespace tela::events
