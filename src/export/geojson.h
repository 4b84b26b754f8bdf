#pragma once

#include "base/geojson.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

namespace tela::export_ {

/// The graph for maps, as a FeatureCollection of GeoJSON (RFC 7946): a point a node, then a line an
/// edge. `places` finds a node's place by its IRI, where it is not empty; a node without one, and
/// an edge that lacks an end, has a null geometry, and both are counted. Throws Error(input) when
/// two nodes have the same id.
WriteReport write_geojson(const network::GraphHead& graph, network::EdgeStream& edges,
                          const base::PlaceFinder& places, const ByteSink& sink);

} // namespace tela::export_
