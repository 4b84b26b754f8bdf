#include "dump/blank_statements.h"
#include "dump/dump.h"
#include "dump/row_walk.h"
#include "rdf/canonical_labels.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tela::dump {

namespace {

using Selection = rdf::GraphSelection;

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
        labels_(rdf::canonical_labels(blank_statements(store, graphs_))),
        sorter_(std::move(output)) {}

  std::uint64_t write() {
    const store::RowRange all = store_.range(rdf::Order::spo, {});
    const std::uint64_t first =
        store_.rows_before(rdf::Order::spo, {{rdf::Id::make(rdf::IdTag::iri, 0)}});
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

Report write_canonical(const store::Store& store, redland::Output output,
                       const std::string& graph) {
  Selection graphs = graph.empty()
                         ? every_graph(store)
                         : Selection{Selection::Kind::merge_of, {find_graph(store, graph)}};
  return {CanonicalDump(store, std::move(graphs), std::move(output)).write(), 0};
}

} // namespace tela::dump
