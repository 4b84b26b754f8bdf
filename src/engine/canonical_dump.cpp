#include "engine/dump.h"
#include "rdf/canonical_labels.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace tela::engine {

namespace {

using Selection = store::GraphSelection;

constexpr rdf::Id first_blank = rdf::Id::make(rdf::IdTag::blank, 0);
constexpr rdf::Id first_iri = rdf::Id::make(rdf::IdTag::iri, 0);

bool is_blank(rdf::Id id) {
  return id.tag() == rdf::IdTag::blank;
}

Selection every_graph(const store::Store& store) {
  Selection graphs{Selection::Kind::each_of, {}};
  for (const auto& graph : store.graphs()) graphs.graphs.push_back(graph.graph);
  return graphs;
}

/// A statement in ids; no graph where graphs are merged.
struct Row {
  rdf::Id subject, predicate, object, graph;
};

template<typename Visit>
void for_each_row(store::Cursor cursor, rdf::Order order, Visit visit) {
  const auto places = rdf::positions(order);
  for (store::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      std::array<rdf::Id, 3> ids;
      for (std::size_t j = 0; j < places.size(); ++j) ids.at(places[j]) = rows.columns[j][i];
      visit(
          Row{ids[0], ids[1], ids[2], rows.columns[3] == nullptr ? rdf::Id{} : rows.columns[3][i]});
    }
}

/// The statements of a selection that hold a blank node, each once.
class BlankStatements {
 public:
  BlankStatements(const store::Store& store, const Selection& graphs)
      : store_(store), graphs_(graphs) {}

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

/// Writes what is said about one subject after the other, in the order of lines.
///
/// A store sorts IRIs, and lines have '>' behind them: what is said about <a> comes behind what is
/// said about <a/b>, since '/' < '>'. So the lines of an IRI wait while such longer ones follow.
class LineSorter {
 public:
  explicit LineSorter(redland::Output output) : output_(std::move(output)) {}

  /// All lines that begin with `subject`, as written; subjects come in the order of a store.
  void add(std::string subject, std::vector<std::string>& lines) {
    while (!waiting_.empty() && waiting_.back().subject < subject) release();
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) text += line;
    waiting_.push_back({std::move(subject), std::move(text)});
  }
  void finish() {
    while (!waiting_.empty()) release();
  }

 private:
  struct Block {
    std::string subject; ///< "<iri>" or "_:label"
    std::string text;
  };

  void release() {
    output_(waiting_.back().text);
    waiting_.pop_back();
  }

  redland::Output output_;
  std::vector<Block> waiting_; // each begins the next, but for the '>'
};

class CanonicalDump {
 public:
  CanonicalDump(const store::Store& store, Selection graphs, redland::Output output)
      : store_(store), graphs_(std::move(graphs)),
        labels_(rdf::canonical_labels(BlankStatements(store, graphs_).collect())),
        sorter_(std::move(output)) {}

  std::uint64_t write() {
    const store::RowRange all = store_.range(rdf::Order::spo, {});
    const std::uint64_t first = store_.rows_before(rdf::Order::spo, {{first_iri}});
    write_subjects(store_.scan_part(rdf::Order::spo, {}, {first, all.end}, graphs_));
    write_blank_subjects({all.begin, first});
    sorter_.finish();
    return statements_;
  }

 private:
  void write_subjects(store::Cursor cursor) {
    rdf::Id subject;
    for_each_row(std::move(cursor), rdf::Order::spo, [&](const Row& row) {
      if (row.subject != subject) end_subject(subject);
      subject = row.subject;
      lines_.push_back(line(row));
    });
    end_subject(subject);
  }

  void end_subject(rdf::Id subject) {
    if (lines_.empty()) return;
    statements_ += lines_.size();
    std::string name;
    append(name, subject);
    sorter_.add(std::move(name), lines_);
    lines_.clear();
  }

  // '_' comes behind '<', so these are last, sorted by their new labels.
  void write_blank_subjects(store::RowRange range) {
    std::vector<std::string> lines;
    for_each_row(store_.scan_part(rdf::Order::spo, {}, range, graphs_), rdf::Order::spo,
                 [&](const Row& row) { lines.push_back(line(row)); });
    statements_ += lines.size();
    sorter_.finish();
    sorter_.add("_:", lines);
  }

  std::string line(const Row& row) {
    std::string text;
    for (const rdf::Id id : {row.subject, row.predicate, row.object}) {
      append(text, id);
      text += ' ';
    }
    if (row.graph.defined()) {
      append(text, row.graph);
      text += ' ';
    }
    return text += ".\n";
  }

  void append(std::string& out, rdf::Id id) {
    rdf::TermView term = store_.term(id, storage_);
    if (term.kind == rdf::TermKind::blank) term.value = labels_.at(std::string(term.value));
    rdf::append_ntriples(out, term);
  }

  const store::Store& store_;
  Selection graphs_;
  rdf::CanonicalLabels labels_;
  LineSorter sorter_;
  std::vector<std::string> lines_; // of the subject at hand
  std::uint64_t statements_ = 0;
  rdf::Term storage_;
};

} // namespace

DumpReport dump_canonical(const Database& database, redland::Output output,
                          const std::string& graph) {
  const store::Store& store = database.store();
  Selection graphs = graph.empty()
                         ? every_graph(store)
                         : Selection{Selection::Kind::merge_of, {find_graph(store, graph)}};
  return {CanonicalDump(store, std::move(graphs), std::move(output)).write(), 0};
}

} // namespace tela::engine
