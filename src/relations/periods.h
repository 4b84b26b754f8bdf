#pragma once

#include "network/period.h"
#include "relations/store_reader.h"

#include <vector>

namespace tela::relations {

/// When each thing was: its start and end date or year where the store has them; else the year of
/// allocation, or the date of publication. All of time where nothing is known.
/// REQUIRES: ascending.
[[nodiscard]] std::vector<network::Period> periods(const store::Store& store,
                                                   std::span<const rdf::Id> subjects);

/// "2015" or "2015..2020". Throws Error(usage).
[[nodiscard]] network::Period period_named(std::string_view text);

} // namespace tela::relations
