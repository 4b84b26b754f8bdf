#pragma once

#include "events/cue_index.h"
#include "events/rule_table.h"

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace tela::events {

/// Room for the rules of one question.
constexpr std::size_t most_rules = 64;

/// How a candidate was judged.
struct Verdict {
  double odds = 0;                 ///< logarithm of the odds that the answer is yes
  std::string_view rule;           ///< id of the rule that weighed most
  std::bitset<most_rules> applied; ///< by place among the rules of the question

  [[nodiscard]] double probability() const;
  [[nodiscard]] bool likely() const { return odds >= 0; }
};

/// A candidate and its verdict, kept so that weights can be fitted and readers corrected.
struct Judgement {
  Question question{};
  Range candidate;          ///< empty: known from outside the running text
  std::uint16_t entity = 0; ///< state or body that it stands for; 0 for dates
  int value = 0;            ///< an edition; -1 of a state that is kept out
  Verdict verdict;
  std::string days; ///< ISO dates, "2018-11-14/2018-11-16"
};
using Judgements = std::vector<Judgement>;

/// Where cues may stand to be heard about a candidate.
struct Surroundings {
  Range before;
  Range behind;
};

/// Answers one question about candidates by the rules of a table: adds up what the cues around a
/// candidate and the facts about it weigh. Refers to table and cues, which must outlive it.
class Weigher {
 public:
  Weigher(Question question, const RuleTable& table, const CueIndex& cues);

  [[nodiscard]] Verdict weigh(Range candidate, const Surroundings& around,
                              const Facts& facts) const;

 private:
  void hear(Side side, Range candidate, Range window, std::bitset<most_rules>& applied) const;

  std::span<const Rule> rules_;
  const CueIndex& cues_;
};

} // namespace tela::events
