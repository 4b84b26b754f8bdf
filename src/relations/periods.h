#pragma once

#include "network/period.h"
#include "relations/store_reader.h"

#include <string>
#include <vector>

namespace tela::relations {

/// When each thing was: its start and end date or year where the store has them; else the year of
/// allocation, or the date of publication. All of time where nothing is known. A meeting whose end
/// is not known ended in the day, month or year in which it began. REQUIRES: ascending.
[[nodiscard]] std::vector<network::Period> periods(const store::Store& store,
                                                   std::span<const rdf::Id> subjects);

/// The same as the store says it, a year, a month or a day each: "2008", "2008-04 to 2009", "… to
/// 2024"; empty where nothing is known. REQUIRES: ascending.
[[nodiscard]] std::vector<std::string> periods_as_said(const store::Store& store,
                                                       std::span<const rdf::Id> subjects);

/// Those of `things` that are meetings without any date: nobody can say when they were.
/// REQUIRES: ascending. Ascending.
[[nodiscard]] std::vector<rdf::Id> undated_meetings(const store::Store& store,
                                                    std::span<const rdf::Id> things);

/// "2015" or "2015..2020". Throws Error(usage).
[[nodiscard]] network::Period period_named(std::string_view text);

} // namespace tela::relations
