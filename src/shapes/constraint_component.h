#pragma once

#include "shapes/sparql_query.h"

#include <string>
#include <vector>

namespace tela::shapes {

/// A SPARQL-based constraint component (section 6 of SHACL) as its shapes graph declares it.
struct ConstraintComponent {
  struct Parameter {
    rdf::Id predicate;
    std::string name; ///< of the variable that stands for its value
    bool is_optional = false;
  };
  rdf::Id id;
  std::vector<Parameter> parameters;
};

/// The instances of sh:ConstraintComponent, and of its subclasses, that are not SHACL's own. Throws
/// Error(input) when the parameters of one break the rules of section 6.2.1.
[[nodiscard]] std::vector<ConstraintComponent> read_components(const Graph& shapes);

/// The constraints that `shape` declares through `component`: none unless it has a value for each
/// parameter that is not optional; several when the only parameter has several values. Throws
/// Error(input) when one of several parameters has more than one value, and when the component has
/// no validator in SPARQL for shapes of this kind: the standard would ignore the constraint then,
/// and the shape would pass unchecked.
[[nodiscard]] std::vector<SparqlConstraint>
constraints_of(const Graph& shapes, const ConstraintComponent& component, rdf::Id shape);

} // namespace tela::shapes
