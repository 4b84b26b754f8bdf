#pragma once

#include "base/cancellation.h"
#include "shapes/shape.h"

#include <optional>
#include <string>
#include <vector>

namespace tela::shapes {

/// Where a result's statement was read.
struct Place {
  std::string graph;      ///< IRI of the record, or of whatever graph
  std::string file{};     ///< that the record was read from; empty: unknown
  std::uint64_t line = 0; ///< of the file, from 1; 0: unknown
};

/// One thing that does not conform (section 3.6.2).
struct Result {
  rdf::Term focus;
  std::optional<Path> path;       ///< of the property shape, or the property that closed forbids
  std::optional<rdf::Term> value; ///< when one value is to blame
  rdf::Term shape;
  Component component = Component::class_;
  rdf::Term severity;
  std::vector<rdf::Term> messages; ///< the shape's own, or one in English made from the constraint
  std::vector<Place> places{};     ///< filled by who knows where the data come from
};

struct Report {
  std::vector<Result> results; ///< in the order of shapes and focus nodes
  std::uint64_t focus_nodes = 0;
  [[nodiscard]] bool conforms() const { return results.empty(); }
};

/// Checks `data`, all graphs as one, against `shapes`. Recursive shapes: a node that is being
/// checked against a shape conforms to it meanwhile (SHACL leaves it open). Throws Error(limit)
/// when cancelled, or when shapes lead from node to node more than 1000 deep; Error(input) when a
/// pattern is no regular expression. Cost: focus nodes × constraints × a few index look-ups.
[[nodiscard]] Report validate(const store::Store& data, const ShapesGraph& shapes,
                              const base::Cancellation* cancellation = nullptr);

} // namespace tela::shapes
