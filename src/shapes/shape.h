#pragma once

#include "base/cancellation.h"
#include "rdf/term.h"
#include "shapes/path.h"
#include "shapes/sparql_query.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// SHACL, Core and SPARQL (https://www.w3.org/TR/shacl/): shapes are read from a graph, data are
/// checked against them, and a report says what does not conform.
namespace tela::shapes {

/// The constraint components of section 4, by the local names of their parameters.
enum class Component : std::uint8_t {
  class_,
  datatype,
  node_kind,
  min_count,
  max_count,
  min_exclusive,
  min_inclusive,
  max_exclusive,
  max_inclusive,
  min_length,
  max_length,
  pattern,
  language_in,
  unique_lang,
  equals,
  disjoint,
  less_than,
  less_than_or_equals,
  not_,
  and_,
  or_,
  xone,
  node,
  property,
  qualified_min_count,
  qualified_max_count,
  closed,
  has_value,
  in,
};

/// "MinCountConstraintComponent": the local name of the component's IRI.
[[nodiscard]] std::string_view component_name(Component component);

/// The place of a shape in ShapesGraph::shapes.
using ShapeIndex = std::size_t;

/// One constraint of a shape. Which fields count depends on the component.
struct Constraint {
  Component component = Component::class_;
  std::vector<rdf::Term> terms;   ///< the class, datatype, property, bound, values of in, languages
  std::vector<ShapeIndex> shapes; ///< of not, and, or, xone, node, property, qualified
  std::vector<ShapeIndex> siblings; ///< qualified, disjoint: the shapes that a value must not meet
  std::uint64_t count = 0;          ///< of min/max count, length, qualified counts
  std::string pattern, flags;       ///< of pattern
};

/// Which nodes a shape applies to by itself (section 2.1.3).
struct Targets {
  std::vector<rdf::Term> nodes;
  std::vector<rdf::Term> classes; ///< targetClass and implicit class targets
  std::vector<rdf::Term> subjects_of, objects_of;
  std::vector<SparqlQuery> queries; ///< SHACL Advanced Features section 3.1: nodes are ?this
  [[nodiscard]] bool empty() const {
    return nodes.empty() && classes.empty() && subjects_of.empty() && objects_of.empty() &&
           queries.empty();
  }
};

/// A node shape, or a property shape when it has a path.
struct Shape {
  rdf::Term id;
  std::optional<Path> path;
  Targets targets;
  std::vector<Constraint> constraints;
  std::vector<SparqlConstraint> sparql;
  rdf::Term severity; ///< sh:Violation when the shape says nothing
  std::vector<rdf::Term> messages;
  bool deactivated = false;
};

/// All shapes of a graph.
struct ShapesGraph {
  std::vector<Shape> shapes;
  std::vector<rdf::Quad> statements; ///< the graph itself, when a query reads $shapesGraph
  std::vector<std::string> notes;    ///< what was passed over, and why that may be, in English
};

/// Reads every shape: nodes with a SHACL type, a target, or a constraint parameter, and those that
/// such shapes refer to. Throws Error(input) naming the shape when one is ill-formed, or asks for
/// what is not supported: a shape that is not checked must not pass. Only property shapes without
/// sh:path are passed over, with a note: section 3.4.2 leaves open what a processor does with them.
/// Throws Error(limit) when `cancellation` (null: never) is raised.
[[nodiscard]] ShapesGraph read_shapes(const store::Store& shapes,
                                      const base::Cancellation* cancellation = nullptr);

} // namespace tela::shapes
