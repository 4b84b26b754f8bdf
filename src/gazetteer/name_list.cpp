#include "gazetteer/name_list.h"

#include <algorithm>
#include <vector>

namespace tela::gazetteer {

namespace {

constexpr std::uint32_t longest_gap = 24;

/// Number of tokens from `token` on that may stand between two names of a list; 0: none.
std::uint32_t joining(const Passage& passage, const Lexicon& lexicon, std::uint32_t token) {
  const Token& here = passage.tokens()[token];
  if (here.mark == ',' || here.mark == '(' || here.mark == ')') return 1;
  std::vector<Lexicon::CueHit> hits;
  lexicon.cues(passage.tokens(), token, hits);
  for (const auto& hit : hits)
    if (hit.cue == Cue::joiner) return static_cast<std::uint32_t>(hit.length);
  constexpr std::uint32_t longest_acronym = 6;
  return here.all_upper && here.end - here.start <= longest_acronym ? 1 : 0;
}

} // namespace

bool in_one_list(const Passage& passage, const Lexicon& lexicon, std::uint32_t from,
                 std::uint32_t to, std::span<const Range> items) {
  if (to < from || to - from > longest_gap) return false;
  for (std::uint32_t token = from; token < to;) {
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const Range& one) { return one.first == token; });
    if (item != items.end()) {
      token = item->last;
      continue;
    }
    const auto length = joining(passage, lexicon, token);
    if (length == 0) return false;
    token += length;
  }
  return true;
}

} // namespace tela::gazetteer
