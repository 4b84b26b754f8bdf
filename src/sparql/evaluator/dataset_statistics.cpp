#include "sparql/evaluator/dataset_statistics.h"

#include "sparql/evaluator/expression.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using optimiser::GraphScope;

std::uint64_t DatasetStatistics::count(rdf::Order order, std::span<const rdf::Id> prefix,
                                       const GraphScope& graph) const {
  if (graph.kind != GraphScope::Kind::current)
    return context_.dataset.count(order, prefix, context_.selection(graph, {}));
  const std::uint64_t all = context_.dataset.count(order, prefix, context_.named_graphs);
  return all / std::max<std::uint64_t>(1, context_.graph_names.size()) + 1;
}

bool DatasetStatistics::is_named_graph(rdf::Id id) const {
  return std::binary_search(context_.graph_names.begin(), context_.graph_names.end(), id);
}

std::optional<rdf::Term> DatasetStatistics::value(const algebra::Expression& expression) {
  Scratch scratch(context_.words);
  Frame frame{context_, scratch};
  const Value result = evaluate_constant(expression, frame);
  if (failed(result)) return std::nullopt;
  return rdf::to_term(to_term(result, frame));
}

} // namespace tela::sparql::evaluator
