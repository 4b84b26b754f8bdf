#pragma once

#include "shapes/limits.h"
#include "shapes/result.h"
#include "shapes/shape.h"
#include "store/store.h"

#include <memory>
#include <set>
#include <span>

namespace tela::shapes {

/// Checks data, all graphs as one, by the queries of shapes (SHACL-SPARQL, sections 5 and 6). One
/// thread at a time; keeps references to the data and the shapes.
class SparqlValidator {
 public:
  /// Makes every query ready that a shape which is not deactivated has. Throws Error(input) when
  /// one is not valid, or breaks a rule of pre-binding. A query that reads $shapesGraph costs a
  /// copy of the data in memory, with the shapes as a graph of it.
  SparqlValidator(const store::Store& data, const ShapesGraph& shapes, Limits limits);
  ~SparqlValidator();
  SparqlValidator(const SparqlValidator&) = delete;
  SparqlValidator& operator=(const SparqlValidator&) = delete;

  /// The nodes that the SPARQL targets of a shape find.
  [[nodiscard]] std::set<rdf::Term> targets(ShapeIndex shape);

  /// Checks one focus node, with its value nodes, against the queries of a shape. Throws
  /// Error(input) when a query reports a failure (section 5.3.1), Error(limit) when stopped. Cost:
  /// a query planned and run for each constraint, for each value node where it is ASK.
  void check(ShapeIndex shape, const rdf::Term& focus, std::span<const rdf::Term> values,
             ResultList& results);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::shapes
