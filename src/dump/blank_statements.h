#pragma once

#include "rdf/quad.h"
#include "store/store.h"

#include <vector>

namespace tela::dump {

/// Every graph of `store`, each for itself; the default graph too.
[[nodiscard]] rdf::GraphSelection every_graph(const store::Store& store);

/// The statements of `graphs` that hold a blank node, each once. Cost: as many, not the whole
/// store.
[[nodiscard]] std::vector<rdf::Quad> blank_statements(const store::Store& store,
                                                      const rdf::GraphSelection& graphs);

} // namespace tela::dump
