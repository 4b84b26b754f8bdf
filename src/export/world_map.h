#pragma once

#include "base/geojson.h"
#include "export/text_output.h"
#include "export/write_report.h"
#include "network/attributed_graph.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::export_ {

struct MapOptions {
  std::string
      figure{}; ///< the numeric node attribute that colours states; empty: the sum of their weights
  std::string title{};   ///< empty: the graph's own
  std::string caption{}; ///< a line below everything; may be empty
  std::string width{};   ///< of the picture, as SVG writes it ("16cm"); empty: as it comes
  /// Gives an English word of pictures in the reader's language; empty: English.
  std::function<std::string(std::string_view)> in_language{};
};

/// Writes a map of the world as SVG: states (nodes whose attribute "code" is an alpha-2 code of the
/// outline) the darker the greater their figure, in five bands of about as many states; ties as
/// lines between the places of their ends, as thick as their weight. Equal Earth projection
/// (Šavrič, Patterson, Jenny 2018). Outlines are Natural Earth's after the maps of the United
/// Nations. Nodes and edges without a place are counted in the report. Throws Error(usage) for a
/// figure that no node has.
WriteReport write_world_map(const network::GraphHead& graph, const network::EdgeTable& edges,
                            const base::PlaceFinder& places, const MapOptions& options,
                            const ByteSink& sink);

} // namespace tela::export_
