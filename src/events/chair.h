#pragma once

#include "events/report.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::events {

/// A state that presides, presided or will preside.
struct ChairClaim : Range {
  std::uint16_t state = 0; ///< index into Gazetteer::states()
  std::string_view rule;
  double score = 0;
  bool by_adjective = false; ///< "la délégation hondurienne"
};

struct Chairs {
  std::vector<ChairClaim> chairs;  ///< who presides after the events of the page; two: co-chairs
  std::vector<ChairClaim> related; ///< former, coming and possible chairs
};

/// Who presides over `process`. Patterns, strongest first: a handover ("a remis la présidence à X"
/// makes X the chair), taking over ("X a pris la présidence", "succède à"), presiding and holding
/// the chair ("présidée par X", "X exerce la présidence", "under the chairmanship of X", "X, chair
/// of …"), the chair by name ("la Presidencia Pro Témpore de X"). Not counted: what is said of
/// former or coming chairs, of committees and of other bodies.
[[nodiscard]] Chairs find_chairs(const Report& report, std::optional<std::uint16_t> process);

} // namespace tela::events
