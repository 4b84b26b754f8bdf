#pragma once

#include "redland/reader.h"

#include <string_view>

namespace tela::redland {

/// Reads RDF 1.1 JSON Alternate Serialization (https://www.w3.org/TR/rdf-json/). As read_text();
/// see there. Raptor's reader of it overruns a buffer on long language tags, so this one is ours,
/// over nlohmann's streaming parser.
ReadReport read_rdf_json(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                         const ReadOptions& options);

} // namespace tela::redland
