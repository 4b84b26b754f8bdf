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

Joint joint_at(const Passage& passage, const Lexicon& lexicon, std::uint32_t token) {
  const Token& here = passage.tokens()[token];
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
    if (joint.length == 0) return false;
    parted = parted || joint.parts;
    token += joint.length;
  }
  return parted;
}

} // namespace tela::gazetteer
