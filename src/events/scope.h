#pragma once

#include "events/gazetteer_terms.h"

#include <algorithm>
#include <vector>

namespace tela::events {

/// The part of a passage that tells of one meeting: a stretch of it, less the paragraphs within
/// that tell of other meetings.
struct Scope : Range {
  std::vector<Range> others;

  [[nodiscard]] bool contains(const Range& range) const {
    return Range::contains(range) &&
           std::none_of(others.begin(), others.end(),
                        [&](const Range& other) { return other.contains(range); });
  }
};

} // namespace tela::events
