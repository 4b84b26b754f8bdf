#pragma once

#include "events/edition.h"
#include "events/report.h"
#include "events/scope.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::events {

/// A meeting that an article reports.
struct Meeting {
  std::optional<std::uint16_t> process; ///< index into Gazetteer::bodies(); nothing: no listed one
  Range evidence;                       ///< its name where it counts most; empty without process
  Verdict verdict;
  Scope scope; ///< the part of the passage that tells of it
};

/// As many are read apart: each costs a walk over the page.
constexpr std::size_t most_meetings = 100;

/// The meetings that the page reports, at most most_meetings, the main one first. Each process
/// named is weighed by the rules of the question `process`. A page whose title is about the
/// processes as such reports the meeting of none; without a likely process, the lead must speak of
/// a meeting. A further meeting is one of another process, or the same process in another edition,
/// that a later paragraph tells of in full: the process, its edition, the word for a meeting with a
/// verb of holding it, a place, and for the same process days too. It takes that paragraph away
/// from the main one.
[[nodiscard]] std::vector<Meeting> find_meetings(const Report& report,
                                                 const std::vector<EditionClaim>& claims,
                                                 Judgements& judgements);

} // namespace tela::events
