#pragma once

#include "events/report.h"

#include <cstddef>
#include <vector>

namespace tela::events {

/// How many states the page says there are: "les onze pays", "15 member states", "9 governments".
/// Each number once, in order.
[[nodiscard]] std::vector<std::size_t> stated_counts(const Report& report);

} // namespace tela::events
