#include "shapes/query_data.h"

#include "rdf/cancellable_sink.h"
#include "store/builder.h"

#include <algorithm>
#include <utility>

namespace tela::shapes {

namespace {

using rdf::GraphSelection;

std::string copied(const store::Store& data, const ShapesGraph& shapes, Limits limits) {
  store::BuildOptions options;
  options.cancellation = limits.cancellation;
  store::Builder builder(options);
  rdf::CancellableSink sink(builder, limits.cancellation);
  store::export_quads(data, rdf::Order::spo, sink);
  const rdf::Term graph = QueryData::shapes_graph();
  for (const rdf::Quad& quad : shapes.statements)
    sink.quad({QueryData::in_shapes_graph(quad.subject), quad.predicate,
               QueryData::in_shapes_graph(quad.object), graph});
  return builder.finish_in_memory();
}

// Every graph but that of the shapes.
GraphSelection data_graphs(const store::Store& store) {
  GraphSelection selection{GraphSelection::Kind::merge_of, {rdf::Id{}}};
  const auto shapes = store.find(QueryData::shapes_graph());
  for (const rdf::Id graph : store.named_graphs())
    if (graph != shapes) selection.graphs.push_back(graph);
  std::ranges::sort(selection.graphs);
  return selection;
}

} // namespace

QueryData::QueryData(const store::Store& data, const ShapesGraph& shapes, Limits limits) {
  if (shapes.statements.empty()) {
    dataset_.emplace(data, GraphSelection{});
    return;
  }
  std::string bytes = copied(data, shapes, limits);
  held_.charge_to(limits.memory);
  held_.add(bytes.size());
  copy_ = store::Store::from_memory(std::move(bytes));
  dataset_.emplace(*copy_, data_graphs(*copy_));
}

rdf::Term QueryData::shapes_graph() {
  return rdf::iri("urn:tela:shapes-graph");
}

rdf::Term QueryData::in_shapes_graph(rdf::Term term) {
  if (term.kind == rdf::TermKind::blank) term.value.insert(0, "shapes-graph-");
  return term;
}

} // namespace tela::shapes
