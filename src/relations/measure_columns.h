#pragma once

#include "relations/one_mode.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tela::relations {

/// The names that --measures knows, for messages.
[[nodiscard]] std::string measure_names();

/// Whether --measures knows the name.
[[nodiscard]] bool is_measure(std::string_view name);

/// Adds what is asked for as attributes of nodes, edges or the whole graph; "all" is every measure.
/// Throws Error(usage) for a name that does not exist, Error(limit) when cancelled. Notes what did
/// not converge. The community numbers depend on `seed`, which is written into the graph.
void add_measures(Network& network, std::span<const std::string> names, std::uint64_t seed,
                  const base::Execution& execution = {});

} // namespace tela::relations
