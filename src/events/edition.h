#pragma once

#include "events/report.h"
#include "events/scope.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::events {

/// An ordinal that counts meetings, and the process whose meeting it counts if the text says so.
struct EditionClaim : Range {
  int value = 0;
  std::optional<std::uint16_t> body; ///< index into Gazetteer::bodies()
  bool of_its_kind = false;          ///< "the first of its kind"
};

/// All ordinals that stand before (or, as in "PAFoM IV", behind) a word for a meeting or the name
/// of a process; "third day" and "60th anniversary" are none. In order of place.
[[nodiscard]] std::vector<EditionClaim> edition_claims(const Report& report);

struct Edition {
  EditionClaim claim;
  Verdict verdict;
};

/// The edition of the meeting of `process` that the page reports: of the claims that belong to it
/// or to no other body and stand in `scope`, the one that the rules of the question `edition` find
/// most likely. Nothing when none is.
[[nodiscard]] std::optional<Edition> edition_of(const Report& report,
                                                const std::vector<EditionClaim>& claims,
                                                std::uint16_t process, const Scope& scope,
                                                Judgements& judgements);

} // namespace tela::events
