#pragma once

#include "rdf/quad.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Pushes statements of one graph to a sink. A graph is a set: a statement may be pushed twice.
class GraphWriter {
 public:
  /// `sink` must outlive the writer.
  GraphWriter(QuadSink& sink, std::string graph) : sink_(sink), graph_(std::move(graph)) {}

  [[nodiscard]] const std::string& graph() const noexcept { return graph_; }

  void state(std::string_view subject, std::string_view predicate, const TermView& object);

  void type(std::string_view subject, std::string_view class_iri);
  void link(std::string_view subject, std::string_view predicate, std::string_view object_iri);
  void text(std::string_view subject, std::string_view predicate, std::string_view value);
  /// With `language` as its tag, unless that is no tag (BCP 47's form).
  void text(std::string_view subject, std::string_view predicate, std::string_view value,
            std::string_view language);
  void typed(std::string_view subject, std::string_view predicate, std::string_view lexical,
             std::string_view datatype);
  void integer(std::string_view subject, std::string_view predicate, std::int64_t value);

 private:
  QuadSink& sink_;
  std::string graph_;
};

/// Literals as views of somebody else's text.
[[nodiscard]] TermView iri_view(std::string_view iri);
[[nodiscard]] TermView text_view(std::string_view value, std::string_view language = {});
[[nodiscard]] TermView typed_view(std::string_view lexical, std::string_view datatype);

} // namespace tela::rdf
