#pragma once

#include "rdf/quad.h"

#include <string>
#include <vector>

namespace tela::dump {

/// Statements that hang together by blank nodes, none of which stands in any other statement.
struct BlankComponent {
  std::vector<rdf::Quad> quads; ///< with labels by RDFC-1.0 of the component alone, sorted
  std::string digest;           ///< SHA-256 of them as N-Quads: equal for equal components
};

/// `quads`, each of which holds a blank node, taken apart into components. Throws
/// base::Error(limit) as rdf::canonical_labels() does.
[[nodiscard]] std::vector<BlankComponent> blank_components(const std::vector<rdf::Quad>& quads);

/// The same statements with labels that begin with the component's digest, so that the labels of
/// different components differ; `copy` tells equal ones apart.
[[nodiscard]] std::vector<rdf::Quad> labelled(const BlankComponent& component, std::size_t copy);

} // namespace tela::dump
