#include "sparql/evaluator/context.h"

namespace tela::sparql::evaluator {

using optimiser::GraphScope;

rdf::GraphSelection Context::selection(const GraphScope& scope, rdf::Id current_graph) const {
  switch (scope.kind) {
  case GraphScope::Kind::default_graph:
    return default_graph;
  case GraphScope::Kind::each_named:
    return named_graphs;
  case GraphScope::Kind::named:
    return {rdf::GraphSelection::Kind::merge_of, {scope.name}};
  case GraphScope::Kind::current:
    break;
  }
  return {rdf::GraphSelection::Kind::merge_of, {current_graph}};
}

} // namespace tela::sparql::evaluator
