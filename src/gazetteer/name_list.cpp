#include "gazetteer/name_list.h"

#include <algorithm>
#include <vector>

namespace tela::gazetteer {

namespace {

constexpr std::uint32_t longest_gap = 24;

/// What stands between names of a list at some token.
struct Joint {
  std::uint32_t length = 0; ///< tokens; 0: the list ends
  bool parts = false;       ///< a comma, bracket or conjunction
};

/// Tokens of a short remark in brackets, "(Chair)", "(small island states)"; 0: there is none.
std::uint32_t remark_at(const Passage& passage, std::uint32_t token) {
  constexpr std::uint32_t longest = 6;
  const auto tokens = passage.tokens();
  if (tokens[token].mark != '(') return 0;
  for (std::uint32_t at = token + 1; at < tokens.size() && at - token < longest; ++at)
    if (tokens[at].mark == ')') return at + 1 - token;
  return 0;
}

Joint joint_at(const Passage& passage, const Lexicon& lexicon, std::uint32_t token) {
  const Token& here = passage.tokens()[token];
  if (const auto bracket = remark_at(passage, token); bracket > 0) return {bracket, true};
  if (here.mark == ',' || here.mark == '(' || here.mark == ')') return {1, true};
  std::vector<Lexicon::CueHit> hits;
  lexicon.cues(passage.tokens(), token, passage.language(), hits);
  Joint longest;
  for (const auto& hit : hits)
    if ((hit.cue == Cue::conjunction || hit.cue == Cue::particle) && hit.length > longest.length)
      longest = {static_cast<std::uint32_t>(hit.length), hit.cue == Cue::conjunction};
  if (longest.length > 0) return longest;
  constexpr std::uint32_t longest_acronym = 6;
  const bool acronym = here.all_upper && here.end - here.start <= longest_acronym;
  return {acronym ? 1U : 0U, false};
}

} // namespace

bool in_one_list(const Passage& passage, const Lexicon& lexicon, std::uint32_t from,
                 std::uint32_t to, std::span<const Range> items) {
  if (to < from || to - from > longest_gap) return false;
  bool parted = false;
  for (std::uint32_t token = from; token < to;) {
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const Range& one) { return one.first == token; });
    const Joint joint =
        item != items.end() ? Joint{item->last - token, false} : joint_at(passage, lexicon, token);
    if (joint.length == 0 || joint.length > to - token) return false;
    parted = parted || joint.parts;
    token += joint.length;
  }
  return parted;
}

} // namespace tela::gazetteer
