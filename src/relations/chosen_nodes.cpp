#include "relations/chosen_nodes.h"

#include "base/require.h"
#include "relations/id_index.h"

namespace tela::relations {

using network::Node;

ChosenNodes choose(std::span<const rdf::Id> actors, const std::vector<bool>& chosen) {
  base::require(actors.size() == chosen.size(), "one element of `chosen` for each actor");
  ChosenNodes nodes{{}, std::vector<Node>(actors.size(), IdIndex::absent)};
  for (Node actor = 0; actor < actors.size(); ++actor)
    if (chosen[actor]) {
      nodes.place[actor] = static_cast<Node>(nodes.things.size());
      nodes.things.push_back(actors[actor]);
    }
  return nodes;
}

std::string left_out_note(const ChosenNodes& nodes, Actors actors) {
  const std::size_t left_out = nodes.place.size() - nodes.things.size();
  if (left_out == 0) return {};
  return std::to_string(left_out) + " " + std::string(name(actors)) +
         " without edges here are left out; --isolates keeps them";
}

} // namespace tela::relations
