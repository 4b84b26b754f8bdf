#include "events/cue_index.h"

#include <algorithm>

namespace tela::events {

namespace {

/// How far behind "on the margins of" the other meeting is named.
constexpr std::uint32_t margin_reach = 10;

} // namespace

CueIndex::CueIndex(const Passage& passage, const Lexicon& lexicon) {
  std::vector<Lexicon::CueHit> hits;
  Range negated; // "did not attend" is no attending
  Range coming;  // "will be held" is not held yet
  Range beside;  // "on the margins of the General Assembly": there and then
  for (std::uint32_t token = 0; token < passage.tokens().size(); ++token) {
    hits.clear();
    if (passage.in_report(token)) lexicon.cues(passage.tokens(), token, passage.language(), hits);
    for (const auto& hit : hits)
      if (const auto last = token + static_cast<std::uint32_t>(hit.length);
          hit.cue == Cue::absent && last > negated.last)
        negated = {token, last};
    for (const auto& hit : hits)
      if (const auto last = token + static_cast<std::uint32_t>(hit.length);
          hit.cue == Cue::to_be_held && last > coming.last)
        coming = {token, last};
    for (const auto& hit : hits)
      if (hit.cue == Cue::margin || hit.cue == Cue::framed)
        beside = {token, token + static_cast<std::uint32_t>(hit.length) + margin_reach};
    for (const auto& hit : hits) {
      const Range range{token, token + static_cast<std::uint32_t>(hit.length)};
      if (hit.cue == Cue::held && coming.contains(range)) continue;
      if (hit.cue == Cue::other_meeting && beside.contains(range.first)) continue;
      const bool kept = hit.cue == Cue::absent || hit.cue >= Cue::label_chair; // "Absent: Peru"
      if (kept || !negated.contains(range)) marks_.push_back({range, hit.cue});
    }
  }
}

std::span<const CueMark> CueIndex::in(Range range) const {
  const auto before = [](const CueMark& mark, std::uint32_t token) { return mark.first < token; };
  const auto first = std::lower_bound(marks_.begin(), marks_.end(), range.first, before);
  const auto last = std::lower_bound(first, marks_.end(), range.last, before);
  return {first, last};
}

const CueMark* CueIndex::first(Cue cue, Range range) const {
  for (const CueMark& mark : in(range))
    if (mark.cue == cue) return &mark;
  return nullptr;
}

const CueMark* CueIndex::last(Cue cue, Range range) const {
  const CueMark* found = nullptr;
  for (const CueMark& mark : in(range))
    if (mark.cue == cue) found = &mark;
  return found;
}

} // namespace tela::events
