#pragma once

#include "base/geojson.h"
#include "store/store.h"

namespace tela::engine {

/// Where the things of a store lie, as geo:lat and geo:long say; of several values the first in the
/// order of ids. Keeps a reference to the store. Cost of a question: some microseconds.
[[nodiscard]] base::PlaceFinder places_of(const store::Store& store);

} // namespace tela::engine
