#pragma once

#include "rdf/id.h"

#include <cstddef>
#include <vector>

namespace tela::sparql::evaluator {

/// A run of solutions, column by column: columns[i][row] is the value of the i-th variable of the
/// operator that made the run; an undefined id means unbound. The operator owns the memory; it is
/// valid until the operator is asked for its next run.
struct Batch {
  /// Operators aim at this many rows: few enough for the cache, enough to make a virtual call free.
  static constexpr std::size_t target_rows = 4096;

  std::size_t count = 0;
  std::vector<const rdf::Id*> columns;
};

} // namespace tela::sparql::evaluator
