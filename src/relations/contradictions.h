#pragma once

#include "store/store.h"

#include <vector>

namespace tela::relations {

/// A value that some sources give.
struct Claim {
  rdf::Id value;
  std::vector<rdf::Id> graphs; ///< of the records that state it, ascending
};

/// A thing of which its sources give different values for what can have only one.
struct Contradiction {
  rdf::Id subject;
  rdf::Id property;
  std::vector<Claim> claims; ///< two or more, ascending by value
};

/// Where sources contradict each other on status, coverage, budget, dates, years, identifiers and
/// titles (in one language), by property and subject; things that are owl:sameAs each other count
/// as the first of them. A year is left out where its day is told. What one source says twice, and
/// all others as well, is no contradiction. Nothing is taken for true: both values stay in the
/// store. Cost: one pass over the statements with those properties.
[[nodiscard]] std::vector<Contradiction> contradictions(const store::Store& store);

} // namespace tela::relations
