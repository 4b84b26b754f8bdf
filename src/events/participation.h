#pragma once

#include "events/chair.h"
#include "events/report.h"
#include "events/scope.h"
#include "events/venue.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::events {

/// What a state named on the page is to the meeting.
struct Part : Range {
  std::uint16_t state = 0; ///< index into Gazetteer::states()
  bool takes_part = false;
  std::string_view rule; ///< the rule that weighed most
  double score = 0;      ///< probability of taking part
};

/// What is known of the meeting when the parts are given out.
struct MeetingFacts {
  std::optional<std::uint16_t> process;
  const Venue* venue = nullptr; ///< may be nullptr
  const Chairs* chairs = nullptr;
  Scope scope; ///< the part of the passage that tells of the meeting
};

/// Each state named in the scope once, in order of first mention. The lists it stands in are
/// weighed by the rules of the question `part`; the one that speaks most for it counts. Being
/// absent, an observer or a guest outweighs everything but an office.
[[nodiscard]] std::vector<Part> find_parts(const Report& report, const MeetingFacts& facts,
                                           Judgements& judgements);

} // namespace tela::events
