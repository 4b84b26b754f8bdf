#pragma once

#include "events/edition.h"
#include "events/report.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tela::events {

/// Where a meeting is held.
struct Venue {
  std::string place;                  ///< as written, without article; may be empty
  Range place_range;                  ///< empty: no place, or only in the dateline
  std::optional<std::uint16_t> state; ///< index into Gazetteer::states()
  Range state_range;                  ///< empty: known through the place alone
  std::string_view rule;
  double score = 0;
};

/// What is known of the meeting already.
struct VenueHints {
  std::optional<std::uint16_t> process; ///< index into Gazetteer::bodies()
  std::span<const EditionClaim> claims; ///< all of the page
  std::optional<int> edition;           ///< the one reported
};

/// Every city, and every capitalised word with a state behind it ("Nyanga, au Zimbabwe"), is a
/// candidate. Words for holding a meeting near by speak for it, as do the title and the lead; words
/// for founding, former and coming meetings, the names of processes other than `process`, and
/// editions other than `edition`, against it. The dateline's city counts where the text
/// has no better, and no meeting is online. Without a city, states are weighed the same way.
/// Nothing when no candidate is good enough.
[[nodiscard]] std::optional<Venue> find_venue(const Report& report, const VenueHints& hints);

} // namespace tela::events
