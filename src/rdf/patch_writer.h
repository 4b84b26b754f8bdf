#pragma once

#include "rdf/quad.h"

#include <functional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Writes RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): one transaction, a line a
/// statement, "D" for one to delete and "A" for one to add, terms as in N-Quads.
class PatchWriter {
 public:
  /// Takes pieces of the text, each a whole number of lines.
  using Output = std::function<void(std::string_view)>;

  explicit PatchWriter(Output output);

  void remove(const QuadView& quad) { line('D', quad); }
  void add(const QuadView& quad) { line('A', quad); }
  /// The end of the transaction. Without it, a reader applies nothing.
  void finish();

 private:
  void line(char operation, const QuadView& quad);

  Output output_;
  std::string buffer_;
};

} // namespace tela::rdf
