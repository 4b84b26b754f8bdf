#pragma once

#include "rdf/quad.h"

#include <string_view>

namespace tela::mapping {

/// The graph of the ontology, the same under every base.
inline constexpr std::string_view ontology_graph = "https://w3id.org/tela/ontology";

/// The terms of the ontology with their labels, definitions and superclasses, so that a store
/// explains itself: names of statuses and roles in queries, classes for shapes.
void map_ontology(rdf::QuadSink& sink);

} // namespace tela::mapping
