#pragma once

#include "engine/store_dataset.h"
#include "shapes/limits.h"
#include "shapes/shape.h"
#include "sparql/evaluator/context.h"

#include <optional>

namespace tela::shapes {

/// What the queries of shapes are run on: the data, all graphs as one, and, where a query reads
/// $shapesGraph, the shapes graph as a named one.
class QueryData {
 public:
  /// Keeps a reference to `data`. Copies it, with the statements that `shapes` has kept, when
  /// there are any. Throws Error(limit) when stopped or when the copy is too large.
  QueryData(const store::Store& data, const ShapesGraph& shapes, Limits limits);
  QueryData(const QueryData&) = delete;
  QueryData& operator=(const QueryData&) = delete;

  [[nodiscard]] const engine::StoreDataset& dataset() const { return *dataset_; }

  /// The name of the shapes graph.
  [[nodiscard]] static rdf::Term shapes_graph();
  /// A term of the shapes graph as the copy has it: blank nodes are kept apart from the data's.
  [[nodiscard]] static rdf::Term in_shapes_graph(rdf::Term term);

 private:
  std::optional<store::Store> copy_;
  sparql::evaluator::Reservation held_; ///< the bytes of the copy
  std::optional<engine::StoreDataset> dataset_;
};

} // namespace tela::shapes
