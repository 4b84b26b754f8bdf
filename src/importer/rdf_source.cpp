#include "importer/rdf_source.h"

#include "base/input_stream.h"
#include "rdf/named_graph_sink.h"
#include "redland/reader.h"
#include "store/nquads_loader.h"

#include <memory>
#include <mutex>
#include <set>

namespace tela::importer {

namespace {

/// What is noted of a file, from any number of threads.
class Notes {
 public:
  void add_graph(const rdf::TermView& graph) {
    const std::lock_guard lock(mutex_);
    if (graph.kind == rdf::TermKind::blank || graphs_.size() == RdfContents::graphs_kept)
      is_whole_ = false;
    if (is_whole_) graphs_.emplace(graph.value);
  }
  void add_prefix(std::string_view name, std::string_view iri) {
    const std::lock_guard lock(mutex_);
    prefixes_.emplace_back(name, iri);
  }

  void fill(RdfContents& contents) {
    contents.prefixes = std::move(prefixes_);
    if (is_whole_) contents.graphs.emplace(graphs_.begin(), graphs_.end());
  }

 private:
  std::mutex mutex_;
  std::set<std::string, std::less<>> graphs_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
  bool is_whole_ = true;
};

/// Whether one of the statements' terms starts with a base, as relative IRIs do that were resolved.
class BaseSearch {
 public:
  explicit BaseSearch(std::string_view base) : base_(base) {}
  void look(const rdf::QuadView& quad) {
    if (found_) return;
    for (const rdf::TermView* term : {&quad.subject, &quad.predicate, &quad.object})
      found_ |= term->kind == rdf::TermKind::iri && term->value.starts_with(base_);
  }
  [[nodiscard]] bool found() const { return found_; }

 private:
  std::string_view base_;
  bool found_ = false;
};

/// Notes graphs and prefixes, and passes the statements on. Those of a graph mostly come together.
class NotingSink final : public rdf::QuadSink {
 public:
  /// `search` may be null.
  NotingSink(rdf::QuadSink& next, const std::string& graph, Notes& notes,
             BaseSearch* search = nullptr)
      : next_(next, graph), notes_(notes), search_(search) {}

  void quad(const rdf::QuadView& quad) override {
    if (search_) search_->look(quad);
    if (quad.graph && (quad.graph->value != last_graph_ || last_graph_.empty())) {
      last_graph_ = quad.graph->value;
      notes_.add_graph(*quad.graph);
    }
    next_.quad(quad);
  }
  void prefix(std::string_view name, std::string_view iri) override {
    notes_.add_prefix(name, iri);
  }

 private:
  rdf::NamedGraphSink next_;
  Notes& notes_;
  BaseSearch* search_;
  std::string last_graph_;
};

} // namespace

std::optional<redland::Syntax> rdf_syntax(const std::string& path) {
  const auto syntax = redland::syntax_by_file_name(path);
  return syntax && redland::info(*syntax).readable ? syntax : std::nullopt;
}

std::optional<redland::Syntax> rdf_syntax_of_named(const std::string& path) {
  if (redland::syntax_by_file_name(path)) return rdf_syntax(path);
  constexpr std::size_t enough = 4096;
  std::string beginning(enough, '\0');
  beginning.resize(base::InputStream(path).read(beginning));
  const auto syntax = redland::syntax_by_content(beginning);
  return syntax && redland::info(*syntax).readable ? syntax : std::nullopt;
}

RdfContents read_rdf(const std::string& path, const RdfNames& names, store::Builder& builder,
                     unsigned threads) {
  const redland::Syntax syntax = rdf_syntax_of_named(path).value();
  RdfContents contents;
  Notes notes;
  builder.begin_source(names.graph);
  const bool lines = syntax == redland::Syntax::ntriples || syntax == redland::Syntax::nquads;
  // Packed lines cannot be cut into stretches for several threads.
  if (lines && base::InputStream(path).compression() == base::Compression::none) {
    contents.statements = store::load_nquads(
        builder, path,
        syntax == redland::Syntax::ntriples ? rdf::NQuadsSyntax::ntriples
                                            : rdf::NQuadsSyntax::nquads,
        [&](rdf::QuadSink& next) { return std::make_unique<NotingSink>(next, names.graph, notes); },
        threads);
  } else {
    BaseSearch search(names.base);
    NotingSink sink(builder, names.graph, notes, lines ? nullptr : &search);
    redland::ReadReport report = redland::read_file(path, syntax, sink, {names.base, {}, {}});
    contents.has_relative_iris = search.found();
    contents.statements = report.quads;
    contents.warnings = std::move(report.warnings);
  }
  notes.fill(contents);
  return contents;
}

} // namespace tela::importer
