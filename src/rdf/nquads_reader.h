#pragma once

#include "rdf/quad.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tela::rdf {

/// The two line-based syntaxes of RDF 1.1; they differ in the fourth term.
enum class NQuadsSyntax : std::uint8_t { ntriples, nquads };

/// Reads N-Triples or N-Quads (https://www.w3.org/TR/n-quads/), strictly by the grammar: pieces of
/// any size go in, statements come out, views into the piece wherever no escape was met. About
/// 500 MB/s a core. Blank node labels and language tags are passed on as written.
///
/// Every fault is a base::Error(input) with line and column: grammar, malformed UTF-8, relative
/// IRIs, \u escapes of surrogates, lines longer than max_line_bytes.
class NQuadsReader {
 public:
  static constexpr std::size_t max_line_bytes = std::size_t{16} << 20U;

  /// `source` names the text in errors; `sink` is not owned. Lines count from `first_line`.
  NQuadsReader(std::string source, NQuadsSyntax syntax, QuadSink& sink,
               std::uint64_t first_line = 1);

  /// The next bytes of the text; a line that is not complete waits for the next call.
  void feed(std::string_view bytes);
  /// The end of the text: reads the last line if no line break ended it.
  void finish();

  /// Statements pushed so far.
  [[nodiscard]] std::uint64_t statements() const noexcept { return statements_; }

 private:
  void read_lines(std::string_view lines);

  std::string source_;
  NQuadsSyntax syntax_;
  QuadSink& sink_;
  std::uint64_t line_;
  std::uint64_t statements_ = 0;
  std::string rest_; // of a line whose end has not come yet
};

/// Reads a whole text. Returns the number of statements.
std::uint64_t read_nquads(std::string_view text, std::string source, NQuadsSyntax syntax,
                          QuadSink& sink);

} // namespace tela::rdf
