#pragma once

namespace tela::network {

/// Whether edges run from one node to the other. One for the whole graph: half of the readers know
/// no mixture.
enum class Direction { undirected, directed };

} // namespace tela::network
