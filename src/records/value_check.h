#pragma once

#include "records/record.h"

#include <string_view>

namespace tela::records {

/// Looks at values that are readable one by one and cannot all be true, or mean what is seldom
/// meant, and warns of them:
/// - "ends-before-start": of a project, its budgets' times, its meetings: neither day is kept;
/// - "negative-budget": kept, as a cut of what was planned before;
/// - "shares-not-100": shares of states and regions, or of the sectors of one vocabulary, that do
///   not add up to 100 (within one, for what was rounded): kept.
/// Transactions below zero are corrections and refunds, which IATI allows; nothing is said of them.
void check_values(Record& record);

/// Whether `end` lies before `start`, as far as both say: a month and a day of it do not.
[[nodiscard]] bool ends_before(std::string_view start, std::string_view end);

} // namespace tela::records
