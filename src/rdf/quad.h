#pragma once

#include "rdf/term.h"

#include <optional>
#include <string_view>

namespace tela::rdf {

/// A statement in a graph; no graph means the default graph.
struct Quad {
  Term subject, predicate, object;
  std::optional<Term> graph;

  auto operator<=>(const Quad&) const = default;
};

/// A statement that somebody else owns.
struct QuadView {
  TermView subject, predicate, object;
  std::optional<TermView> graph;
};

[[nodiscard]] Quad to_quad(const QuadView& view);
[[nodiscard]] QuadView view(const Quad& quad);

/// Where readers, mappers and stores push statements. An implementation copies what it keeps: the
/// views are valid during the call only. May throw base::Error to end the work. Not thread-safe.
class QuadSink {
 public:
  virtual ~QuadSink() = default;
  virtual void quad(const QuadView& quad) = 0;
  /// A prefix declaration, without the colon; readers pass on what they meet, writers use it.
  virtual void prefix(std::string_view /*name*/, std::string_view /*iri*/) {}
};

} // namespace tela::rdf
