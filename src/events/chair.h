#pragma once

#include "events/report.h"
#include "events/scope.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::events {

/// A state that presides, presided or will preside.
struct ChairClaim : Range {
  std::uint16_t state = 0;   ///< index into Gazetteer::states()
  std::string_view rule;     ///< the rule that weighed most, or what else it is: "former-chair"
  double score = 0;          ///< probability of presiding
  bool by_adjective = false; ///< "la délégation hondurienne"
};

struct Chairs {
  std::vector<ChairClaim> chairs;  ///< who presides after the events of the page; two: co-chairs
  std::vector<ChairClaim> related; ///< former, coming and possible chairs
};

/// Who presides over `process`. Patterns are found around the cues of presiding: a handover ("a
/// remis la présidence à X"), taking over ("X a pris la présidence", "succède à"), presiding and
/// holding the chair ("présidée par X", "under the chairmanship of X", "X, chair of …",
/// "congratulated X on its chairmanship"), the chair by name ("la Presidencia Pro Témpore de X"), a
/// labelled field
/// ("Current Chair: X"). Each is weighed by the rules of the question `chair`, which speak against
/// former and coming chairs, committees and other bodies. `host` is the state where the meeting is,
/// nothing: unknown.
[[nodiscard]] Chairs find_chairs(const Report& report, std::optional<std::uint16_t> process,
                                 std::optional<std::uint16_t> host, const Scope& scope,
                                 Judgements& judgements);

} // namespace tela::events
