#pragma once

#include "rdf/quad.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Writes changes as SPARQL 1.1 Update: DELETE DATA and INSERT DATA of `most` statements at most,
/// parted by ";", in the order they come. One request takes the whole text, as one that can be
/// repeated.
class UpdateWriter {
 public:
  /// Takes pieces of the text, each a whole number of lines.
  using Output = std::function<void(std::string_view)>;

  explicit UpdateWriter(Output output, std::size_t most = 500)
      : output_(std::move(output)), most_(most) {}

  /// Throw Error(input) for a statement with a blank node, which no other dataset knows by its
  /// name.
  void remove(const QuadView& quad) { line("DELETE DATA {\n", quad); }
  void add(const QuadView& quad) { line("INSERT DATA {\n", quad); }
  /// The end of the text.
  void finish();

 private:
  void line(std::string_view operation, const QuadView& quad);
  void end_operation();

  Output output_;
  std::size_t most_;
  std::string_view operation_; ///< that is open; empty: none
  std::size_t statements_ = 0; ///< in it
  std::string buffer_;
};

} // namespace tela::rdf
