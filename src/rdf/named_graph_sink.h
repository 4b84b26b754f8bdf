#pragma once

#include "rdf/quad.h"

#include <string>
#include <utility>

namespace tela::rdf {

/// Passes statements on; those without a graph go into the one it names.
class NamedGraphSink final : public QuadSink {
 public:
  /// `graph`: an IRI, or empty to leave the default graph as it is. Keeps a reference to `next`.
  NamedGraphSink(QuadSink& next, std::string graph) : next_(next), graph_(std::move(graph)) {}

  void quad(const QuadView& quad) override {
    if (quad.graph || graph_.empty()) return next_.quad(quad);
    QuadView named = quad;
    named.graph = TermView{TermKind::iri, graph_, {}, {}};
    next_.quad(named);
  }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }

 private:
  QuadSink& next_;
  std::string graph_;
};

} // namespace tela::rdf
