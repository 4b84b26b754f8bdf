#pragma once

#include "rdf/path.h"
#include "rdf/term.h"
#include "shapes/graph.h"

#include <vector>

namespace tela::shapes {

using rdf::Path;

/// The path at `node` of a shapes graph. Throws Error(input) when it is ill-formed or nested deeper
/// than 100.
[[nodiscard]] Path read_path(const Graph& shapes, rdf::Id node);

/// A path with its predicates looked up in the data.
struct BoundPath {
  Path::Kind kind = Path::Kind::predicate;
  rdf::Id predicate; ///< undefined when no statement has it
  std::vector<BoundPath> parts;
};

[[nodiscard]] BoundPath bind(const Graph& data, const Path& path);

/// The value nodes of `path` from `focus`: ascending, each once.
[[nodiscard]] std::vector<rdf::Id> values(const Graph& data, rdf::Id focus, const BoundPath& path);

} // namespace tela::shapes
