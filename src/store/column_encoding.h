#pragma once

#include <cstdint>

namespace tela::store {

/// First byte of a column. Written to disk: do not renumber.
enum class Encoding : std::uint8_t { constant, packed, steps, runs, dictionary };

} // namespace tela::store
