#pragma once

#include "rdf/id.h"

#include <algorithm>
#include <cstddef>

namespace tela::sparql::evaluator {

/// First place in [from, end) whose value is >= key: doubling steps, then halving, for the next key
/// is mostly near. REQUIRES: the values ascend.
[[nodiscard]] inline std::size_t gallop(const rdf::Id* values, std::size_t from, std::size_t end,
                                        rdf::Id key) {
  std::size_t step = 1;
  std::size_t at = from;
  while (at < end && values[at] < key) {
    from = at + 1;
    at += step;
    step *= 2;
  }
  return static_cast<std::size_t>(std::lower_bound(values + from, values + std::min(at, end), key) -
                                  values);
}

} // namespace tela::sparql::evaluator
