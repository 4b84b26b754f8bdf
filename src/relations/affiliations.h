#pragma once

#include "relations/one_mode.h"

namespace tela::relations {

/// The two-mode network as it is: the actors of `ties`, the events that ties.by ties them to, an
/// edge for each tie. Nodes have the attribute `mode`, "actor" or "event". Of `weighing`, the
/// weights of ties and the dates count.
[[nodiscard]] Network affiliations(const store::Store& store, const Selection& ties,
                                   const Weighing& weighing = {},
                                   const std::string& language = "en");

} // namespace tela::relations
