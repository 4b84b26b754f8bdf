#pragma once

#include "relations/one_mode.h"

namespace tela::relations {

/// The two-mode network as it is: the actors of options.actors, the events that options.by ties
/// them to, an edge for each tie. Nodes have the attribute `mode`, "actor" or "event". Of the
/// options, by, where, tie_weights, dates and language count.
[[nodiscard]] Network affiliations(const store::Store& store, const OneModeOptions& options);

} // namespace tela::relations
