#pragma once

#include "events/report.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::events {

/// When a meeting is held.
struct MeetingDates : Range {
  std::string start; ///< ISO date; empty when the year is not known
  std::string end;   ///< likewise; the same for a meeting of one day
  double score = 0;
};

/// The dates that stand nearest to words for holding a meeting: "du 16 au 17 février 2012", "19-21
/// November 2018", "les 12 et 13 février", "November 14, 2018", "del 30 de junio al 2 de julio". A
/// year the date does not have is that of the article's date; a date with another city than `place`
/// behind it is that of another meeting. Nothing when none is good enough.
[[nodiscard]] std::optional<MeetingDates> find_dates(const Report& report, std::string_view place);

} // namespace tela::events
