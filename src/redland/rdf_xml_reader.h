#pragma once

#include "redland/reader.h"

#include <string_view>

namespace tela::redland {

/// Reads RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/) in any encoding that it declares, in
/// one pass. As read_text(); see there. Internal entities are resolved within the bounds of
/// base::XmlLimits; nothing external is opened. Memory: the open elements, the longest literal, and
/// each rdf:ID.
ReadReport read_rdf_xml(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                        const ReadOptions& options);

} // namespace tela::redland
