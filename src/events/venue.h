#pragma once

#include "events/edition.h"
#include "events/report.h"
#include "events/scope.h"

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
  Verdict verdict;
};

/// What is known of the meeting already.
struct VenueHints {
  std::optional<std::uint16_t> process; ///< index into Gazetteer::bodies()
  std::span<const EditionClaim> claims; ///< all of the page
  std::optional<int> edition;           ///< the one reported
  Scope scope;                          ///< where the meeting is told of
};

/// The nearest edition that the sentence names before the candidate is not the one reported: "la
/// XII Conferencia en …".
[[nodiscard]] bool counts_other_edition(const VenueHints& hints, Range sentence, Range candidate);

/// Every city, and every capitalised word with a state behind it ("Nyanga, au Zimbabwe"), is a
/// candidate, weighed by the rules of the question `place`. The dateline's city counts where the
/// text has no better, and no meeting is online. Without a city, states are weighed the same way.
/// Nothing when no candidate is likely.
[[nodiscard]] std::optional<Venue> find_venue(const Report& report, const VenueHints& hints,
                                              Judgements& judgements);

} // namespace tela::events
