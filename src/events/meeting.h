#pragma once

#include "events/edition.h"
#include "events/report.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::events {

/// The meeting that an article reports.
struct Meeting {
  std::optional<std::uint16_t> process; ///< index into Gazetteer::bodies(); nothing: no listed one
  Range evidence;                       ///< its name where it counts most
  double score = 0;
};

/// Which process's meeting the page reports. Each process named gathers points: in the title, in
/// the lead, with an edition, behind a word for a meeting, named again; it loses some where it is
/// only an example ("among them") and, as the Global Compact, more often a subject than a meeting.
/// A title about a meeting of all processes means none of them. Without a process, the lead must
/// speak of a meeting; else nothing comes back.
[[nodiscard]] std::optional<Meeting> find_meeting(const Report& report,
                                                  const std::vector<EditionClaim>& claims);

} // namespace tela::events
