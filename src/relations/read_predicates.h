#pragma once

#include <span>
#include <string>
#include <vector>

namespace tela::relations {

/// The predicates (IRIs) of all statements that networks of actors, their measures and the reasons
/// for ties are made of: a store of these alone gives the same networks as the whole. `by` are the
/// relations asked for, of which "<IRI>" and "^<IRI>" bring their own.
[[nodiscard]] std::vector<std::string> predicates_read(std::span<const std::string> by);

} // namespace tela::relations
