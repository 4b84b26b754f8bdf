#pragma once

#include "gazetteer/gazetteer.h"
#include "mapping/gazetteer_graphs.h"
#include "mapping/names.h"

namespace tela::mapping {

/// A state or territory: names, codes, region, country groups, where its capital lies, and the same
/// place in Wikidata, GeoNames and the EU's country authority. `gazetteer` tells whose territory it
/// is.
void map_state(const gazetteer::State& state, const gazetteer::Gazetteer& gazetteer,
               const Names& names, GazetteerGraphs& out);

/// A region of M49 and the one around it.
void map_region(const gazetteer::Region& region, const Names& names, GazetteerGraphs& out);

} // namespace tela::mapping
