#pragma once

#include "rdf/quad.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Appends "subject predicate object [graph] ." and a line break, in canonical form.
void append_nquad(std::string& out, const QuadView& quad);

/// Writes N-Quads in the canonical form of RDFC-1.0 (N-Triples where no statement has a graph), a
/// line a statement, in the order they come. What it writes, NQuadsReader reads back the same.
class NQuadsWriter final : public QuadSink {
 public:
  /// Takes pieces of the text, each a whole number of lines.
  using Output = std::function<void(std::string_view)>;

  explicit NQuadsWriter(Output output) : output_(std::move(output)) {}

  void quad(const QuadView& quad) override;
  /// Hands on what is still buffered. To be called at the end.
  void finish();

 private:
  Output output_;
  std::string buffer_;
};

} // namespace tela::rdf
