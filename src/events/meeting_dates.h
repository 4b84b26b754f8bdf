#pragma once

#include "events/edition.h"
#include "events/report.h"
#include "events/venue.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::events {

/// When a meeting is held.
struct MeetingDates : Range {
  std::string written; ///< "16 au 17 février 2012"
  std::string start;   ///< ISO date; empty when the year is not known
  std::string end;     ///< likewise; the same for a meeting of one day
  Verdict verdict;
};

/// The days that the rules of the question `dates` find most likely to be those of the meeting. A
/// year that they lack is that of the same month elsewhere on the page, else of the article's
/// date, or of the one before when that would make the meeting lie months ahead. "today" is the
/// article's date. Nothing when no candidate is likely.
[[nodiscard]] std::optional<MeetingDates> find_dates(const Report& report, const VenueHints& hints,
                                                     std::string_view place,
                                                     Judgements& judgements);

} // namespace tela::events
