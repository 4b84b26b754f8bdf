#pragma once

#include "store/batch.h"
#include "store/block_writer.h"

#include <array>
#include <span>
#include <vector>

namespace tela::store {

/// Sorts the statements of a batch in all six orders, drops repetitions, and hands the ids of their
/// ranks to `outputs`, one an order (of rdf::Order). Holds `quads` twice. Cost: some 16 passes of a
/// radix sort.
void write_sorted(std::vector<NumberQuad> quads, std::span<const rdf::Id> ids,
                  const std::array<BlockWriter*, 6>& outputs);

/// The same on two threads, if `threads` allows; then it holds `quads` four times.
void write_sorted(std::vector<NumberQuad> quads, std::span<const rdf::Id> ids,
                  const std::array<BlockWriter*, 6>& outputs, unsigned threads);

} // namespace tela::store
