#include "jsonld/reader.h"

#include "jsonld/context_processor.h"
#include "jsonld/expander.h"

#include <algorithm>
#include <list>
#include <utility>

namespace tela::jsonld {

namespace {

/// From pieces to statements.
class Run final : public PieceSink {
 public:
  Run(Document& document, rdf::QuadSink& sink, const rdf::ReadOptions& options, const Options& own)
      : sink_(sink), contexts_(document, own.is_1_0, own.most_terms_copied, options.base),
        expander_(document, contexts_), statements_(document, own.directions, options, sink),
        active_(contexts_.initial()) {}

  void context(Value value) override {
    push_prefixes(value);
    const Value& kept = kept_.emplace_back(std::move(value));
    active_ = contexts_.process(active_, kept);
  }

  void item(const Value& value) override {
    statements_.add(expander_.expand(active_, nullptr, value));
    contexts_.forget();
  }

  // Section 9.1.2, step 8: a document that is nothing but a graph is the default graph.
  void whole(const Value& value) override {
    if (const Value* local = value.member("@context")) push_prefixes(*local);
    const Value expanded = expander_.expand(active_, nullptr, value);
    const Value* graph = expanded.member("@graph");
    statements_.add(graph && expanded.object()->size() == 1 ? *graph : expanded);
  }

  [[nodiscard]] std::uint64_t quads() const { return statements_.quads(); }

 private:
  void push_prefixes(const Value& context) {
    for (const Value* part : items_of(context)) {
      if (!part->object()) continue;
      for (const auto& [name, value] : *part->object()) push_prefix(name, value);
    }
  }
  // For the eyes of people only: what is no plain prefix is not one of the store.
  void push_prefix(const std::string& name, const Value& value) {
    const std::string* iri = value.string();
    if (iri && !name.starts_with('@') && (iri->ends_with('/') || iri->ends_with('#')) &&
        iri->find("://") != std::string::npos)
      sink_.prefix(name, *iri);
  }

  rdf::QuadSink& sink_;
  std::list<Value> kept_;
  ContextProcessor contexts_;
  Expander expander_;
  StatementMaker statements_;
  SharedContext active_;
};

} // namespace

Report read_json_ld(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                    const rdf::ReadOptions& options, const Options& own) {
  Document document(source, text);
  const TreeLimits limits{.depth = std::min(options.limits.depth, TreeLimits{}.depth)};
  Run run(document, sink, options, own);
  if (!own.context.empty()) {
    const Value context = read_tree({source, own.context}, limits);
    const Value* inner = context.member("@context");
    run.context(inner ? *inner : context);
  }
  read_pieces(document, limits, run);
  return {run.quads(), document.warnings()};
}

} // namespace tela::jsonld
