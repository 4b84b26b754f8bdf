#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tela::redland {

/// Writes RDF 1.1 Turtle or TriG. Statements with the same graph, subject and predicate that stand
/// together are written together; numbers and booleans are bare only when the grammar reads the
/// same datatype back. (serd's writer, the alternative, turns "1."^^xsd:decimal into other data.)
class TurtleWriter final : public Writer {
 public:
  /// `syntax` is turtle, which refuses named graphs, or trig.
  TurtleWriter(Syntax syntax, Output output, WriteOptions options);

  void quad(const rdf::QuadView& quad) override;
  void prefix(std::string_view name, std::string_view iri) override;
  void finish() override;
  void cut_short(std::string_view reason) override;

 private:
  /// How much of the last statement the next one shares.
  enum class Open : std::uint8_t { nothing, graph, statement };

  void begin_graph(const std::optional<rdf::TermView>& graph);
  void end_statement();
  void end_graph();
  void declare(std::string_view name, std::string_view iri);
  void append(const rdf::TermView& term);
  void append_iri(std::string_view iri);
  void append_literal(const rdf::TermView& literal);
  [[nodiscard]] std::string_view indent() const { return graph_ ? "    " : ""; }

  Syntax syntax_;
  OutputBuffer out_;
  rdf::PrefixMap prefixes_;
  Open open_ = Open::nothing;
  std::optional<rdf::Term> graph_;
  rdf::Term subject_, predicate_;
};

} // namespace tela::redland
