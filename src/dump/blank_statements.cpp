#include "dump/blank_statements.h"

#include "dump/row_walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tela::dump {

namespace {

using Selection = rdf::GraphSelection;

bool is_blank(rdf::Id id) {
  return id.tag() == rdf::IdTag::blank;
}

class Collector {
 public:
  Collector(const store::Store& store, const Selection& graphs) : store_(store), graphs_(graphs) {}

  std::vector<rdf::Quad> collect() {
    for_each_row(blanks_first(rdf::Order::spo), rdf::Order::spo, [&](const Row& row) { add(row); });
    for_each_row(blanks_first(rdf::Order::osp), rdf::Order::osp, [&](const Row& row) {
      if (!is_blank(row.subject)) add(row);
    });
    if (graphs_.kind == Selection::Kind::each_of) collect_of_blank_graphs();
    return std::move(quads_);
  }

 private:
  // The rows of `order` whose first position is a blank node.
  store::Cursor blanks_first(rdf::Order order) {
    const auto first_blank = rdf::Id::make(rdf::IdTag::blank, 0);
    const auto first_iri = rdf::Id::make(rdf::IdTag::iri, 0);
    const store::RowRange range{store_.rows_before(order, {{first_blank}}),
                                store_.rows_before(order, {{first_iri}})};
    return store_.scan_part(order, {}, range, graphs_);
  }

  void collect_of_blank_graphs() {
    Selection blank{Selection::Kind::each_of, {}};
    std::ranges::copy_if(graphs_.graphs, std::back_inserter(blank.graphs), is_blank);
    if (blank.graphs.empty()) return;
    for_each_row(store_.scan(rdf::Order::spo, {}, blank), rdf::Order::spo, [&](const Row& row) {
      if (!is_blank(row.subject) && !is_blank(row.object)) add(row);
    });
  }

  void add(const Row& row) {
    rdf::Quad quad{term(row.subject), term(row.predicate), term(row.object), std::nullopt};
    if (row.graph.defined()) quad.graph = term(row.graph);
    quads_.push_back(std::move(quad));
  }

  rdf::Term term(rdf::Id id) { return rdf::to_term(store_.term(id, storage_)); }

  const store::Store& store_;
  const Selection& graphs_;
  rdf::Term storage_;
  std::vector<rdf::Quad> quads_;
};

} // namespace

rdf::GraphSelection every_graph(const store::Store& store) {
  Selection graphs{Selection::Kind::each_of, {}};
  for (const auto& graph : store.graphs()) graphs.graphs.push_back(graph.graph);
  return graphs;
}

std::vector<rdf::Quad> blank_statements(const store::Store& store,
                                        const rdf::GraphSelection& graphs) {
  return Collector(store, graphs).collect();
}

} // namespace tela::dump
