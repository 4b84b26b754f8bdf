#pragma once

#include "events/chair.h"
#include "events/report.h"
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
  std::string_view rule; ///< the cue that weighed most
  double weight = 0;
};

/// What is known of the meeting when the parts are given out.
struct MeetingFacts {
  std::optional<std::uint16_t> process;
  const Venue* venue = nullptr; ///< may be nullptr
  const Chairs* chairs = nullptr;
};

/// Each state of the page once, in order of first mention. The lists it stands in are weighed: what
/// words stand before and behind them in the sentence (delegates, members, signatories, verbs of
/// attending and speaking speak for taking part; observers, donors, places, routes against),
/// whether it is a member of the process, whether it is host or chair. Being absent or observer
/// outweighs everything. The weights are those of the table in participation.cpp.
[[nodiscard]] std::vector<Part> find_parts(const Report& report, const MeetingFacts& facts);

} // namespace tela::events
