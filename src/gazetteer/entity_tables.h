#pragma once

#include "gazetteer/data_files.h"
#include "gazetteer/entities.h"

#include <vector>

namespace tela::gazetteer {

// Each reads one kind of entity and throws Error(input) with file and line when a row is wrong. The
// result is ordered by code or id.

/// states.csv with the names of state_names.csv.
[[nodiscard]] std::vector<State> read_states(const DataFiles& files);
/// regions.csv.
[[nodiscard]] std::vector<Region> read_regions(const DataFiles& files);
/// themes.csv.
[[nodiscard]] std::vector<Theme> read_themes(const DataFiles& files);
/// sectors.csv.
[[nodiscard]] std::vector<Sector> read_sectors(const DataFiles& files);

} // namespace tela::gazetteer
