#pragma once

#include "shapes/limits.h"
#include "shapes/result.h"
#include "shapes/shape.h"
#include "store/store.h"

#include <cstdint>
#include <vector>

namespace tela::shapes {

struct Report {
  std::vector<Result> results; ///< in the order of shapes and focus nodes
  std::uint64_t focus_nodes = 0;
  [[nodiscard]] bool conforms() const { return results.empty(); }
};

/// Checks `data`, all graphs as one, against `shapes`. Recursive shapes: a node that is being
/// checked against a shape conforms to it meanwhile (SHACL leaves it open). Throws Error(limit)
/// when stopped, or when shapes lead from node to node more than 1000 deep; Error(input) when a
/// pattern is no regular expression, or a query is not valid or reports a failure. Cost: focus
/// nodes × constraints × a few index look-ups; each shape meets each node once, however many others
/// refer to it, but for what is reported. A constraint in SPARQL costs a query a focus node.
[[nodiscard]] Report validate(const store::Store& data, const ShapesGraph& shapes,
                              Limits limits = {});

} // namespace tela::shapes
