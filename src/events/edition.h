#pragma once

#include "events/report.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::events {

/// An ordinal that counts meetings, and the process whose meeting it counts if the text says so.
struct EditionClaim : Range {
  int value = 0;
  std::optional<std::uint16_t> body; ///< index into Gazetteer::bodies()
  bool title = false;
  double score = 0; ///< grammar alone: nearness, place on the page, "next" and "previous"
};

/// All ordinals that stand before (or, as in "PAFoM IV", behind) a word for a meeting or the name
/// of a process; "third day" and "60th anniversary" are none. In order of place.
[[nodiscard]] std::vector<EditionClaim> edition_claims(const Report& report);

/// The edition of the meeting of `process` that the page reports: the best claim that belongs to it
/// or to no other body. Title before lead before the rest; announced and former meetings last.
/// Nothing when no claim is good enough.
[[nodiscard]] std::optional<EditionClaim> edition_of(const std::vector<EditionClaim>& claims,
                                                     std::uint16_t process);

} // namespace tela::events
