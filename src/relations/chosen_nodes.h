#pragma once

#include "relations/one_mode.h"

#include <span>
#include <string>
#include <vector>

namespace tela::relations {

/// The actors that become nodes.
struct ChosenNodes {
  std::vector<rdf::Id> things;      ///< one for each node, ascending
  std::vector<network::Node> place; ///< node of each actor, or IdIndex::absent
};

/// REQUIRES: one element of `chosen` for each actor.
[[nodiscard]] ChosenNodes choose(std::span<const rdf::Id> actors, const std::vector<bool>& chosen);

/// Says how many actors are no nodes; empty when all are.
[[nodiscard]] std::string left_out_note(const ChosenNodes& nodes, Actors actors);

} // namespace tela::relations
