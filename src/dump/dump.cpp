#include "dump/dump.h"

#include "base/error.h"

#include <array>
#include <utility>

namespace tela::dump {

namespace {

using Selection = rdf::GraphSelection;

// Decodes the ids of one column; the same id again costs nothing.
class ColumnReader {
 public:
  rdf::TermView term(const store::Store& store, rdf::Id id) {
    if (id != last_) view_ = store.term(id, storage_);
    last_ = id;
    return view_;
  }

 private:
  rdf::Id last_;
  rdf::Term storage_;
  rdf::TermView view_;
};

// Pushes the triples of `graphs` as one graph, without its name.
std::uint64_t push_triples(const store::Store& store, Selection graphs, rdf::QuadSink& sink) {
  store::Cursor cursor = store.scan(rdf::Order::spo, {}, std::move(graphs));
  std::array<ColumnReader, 3> columns;
  std::uint64_t count = 0;
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next()) {
    for (std::size_t i = 0; i < rows.count; ++i)
      sink.quad({columns[0].term(store, rows.columns[0][i]),
                 columns[1].term(store, rows.columns[1][i]),
                 columns[2].term(store, rows.columns[2][i]), std::nullopt});
    count += rows.count;
  }
  return count;
}

} // namespace

rdf::Id find_graph(const store::Store& store, const std::string& graph) {
  const auto id = store.find(rdf::iri(graph));
  for (const auto& known : store.graphs())
    if (id && known.graph == *id) return *id;
  throw base::Error(base::Failure::input, "there is no graph <" + graph + ">",
                    "list the graphs with tela info --graphs");
}

Report write(const store::Store& store, const rdf::PrefixMap& prefixes, redland::Syntax syntax,
             redland::Output output, const std::string& graph) {
  const auto writer = redland::make_writer(syntax, std::move(output), {prefixes});
  Report report;
  if (!graph.empty()) {
    report.statements =
        push_triples(store, {Selection::Kind::merge_of, {find_graph(store, graph)}}, *writer);
  } else if (redland::info(syntax).named_graphs) {
    store::export_quads(store, rdf::Order::spo, *writer);
    report.statements = store.counts().quads;
  } else {
    report.statements = push_triples(store, {}, *writer);
    report.graphs_merged = store.counts().named_graphs;
  }
  writer->finish();
  return report;
}

} // namespace tela::dump
