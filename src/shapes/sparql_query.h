#pragma once

#include "rdf/prefix_map.h"
#include "shapes/graph.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tela::shapes {

/// A query that stands in a shapes graph: of a constraint, a validator or a target.
struct SparqlQuery {
  enum class Form : std::uint8_t { select, ask };
  Form form = Form::select;
  rdf::Term node; ///< what holds the query: the constraint, validator or target
  std::string text;
  rdf::PrefixMap prefixes; ///< that the query need not declare, see section 5.2.1 of SHACL
};

/// Reads the one sh:select or sh:ask of `node`, and what its sh:prefixes declare, with all that
/// owl:imports leads to. Throws Error(input) when there is no such query or more than one, and when
/// a prefix is declared wrongly or for two namespaces.
[[nodiscard]] SparqlQuery read_query(const Graph& shapes, rdf::Id node, SparqlQuery::Form form);

/// A constraint of a shape that a query checks: a value of sh:sparql (section 5), or the use of a
/// SPARQL-based constraint component (section 6).
struct SparqlConstraint {
  SparqlQuery query;
  std::string component;           ///< the IRI
  std::optional<rdf::Term> source; ///< the value of sh:sparql; none when a component is used
  /// The component's parameters by name; those that the shape leaves out have no value.
  std::map<std::string, std::optional<rdf::Term>> parameters;
  std::vector<rdf::Term> messages;  ///< of the constraint, the validator or the component
  std::vector<rdf::Term> templates; ///< sh:labelTemplate: said where nothing has a message
};

} // namespace tela::shapes
