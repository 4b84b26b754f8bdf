#pragma once

#include "sparql/evaluator/context.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::sparql::evaluator {

/// The strongly connected component of each node, numbered so that edges between components lead
/// to lower numbers (Tarjan 1972). The targets of node i are targets[starts[i]] to
/// targets[starts[i + 1] - 1]. Without recursion: chains may be long. Cost: linear; 20 bytes a node
/// while it works, which the caller charges.
[[nodiscard]] std::vector<std::uint32_t> strong_components(std::span<const std::uint32_t> starts,
                                                           std::span<const std::uint32_t> targets,
                                                           Pacer& pacer);

} // namespace tela::sparql::evaluator
