#pragma once

#include "relations/ties.h"

namespace tela::relations {

/// For each tie of an event, an equal share of the event's budget; ties of events without a budget
/// in the currency that most have weigh nothing measurable and are left out of `ties`.
/// Throws Error(usage) when no event has a budget.
[[nodiscard]] std::vector<double> budget_shares(const store::Store& store, RawTies& ties);

} // namespace tela::relations
