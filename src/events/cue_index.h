#pragma once

#include "events/gazetteer_terms.h"

#include <span>
#include <vector>

namespace tela::events {

struct CueMark : Range {
  Cue cue{};
};

/// The cues of a passage, in order of place.
class CueIndex {
 public:
  CueIndex(const Passage& passage, const Lexicon& lexicon);

  /// Those that begin in `range`. Cost: logarithmic.
  [[nodiscard]] std::span<const CueMark> all() const noexcept { return marks_; }
  [[nodiscard]] std::span<const CueMark> in(Range range) const;

  /// The first or last of that cue that begins in `range`, or nullptr.
  [[nodiscard]] const CueMark* first(Cue cue, Range range) const;
  [[nodiscard]] const CueMark* last(Cue cue, Range range) const;
  [[nodiscard]] bool any(Cue cue, Range range) const { return first(cue, range) != nullptr; }

 private:
  std::vector<CueMark> marks_;
};

} // namespace tela::events
