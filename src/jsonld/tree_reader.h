#pragma once

#include "jsonld/document.h"
#include "jsonld/value.h"

#include <cstddef>

namespace tela::jsonld {

/// Receives a document in the pieces that can be understood alone.
class PieceSink {
 public:
  virtual ~PieceSink() = default;
  /// What "@context" of the whole document holds; before all items, or never. The value stays with
  /// the sink.
  virtual void context(Value value) = 0;
  /// An item of the top-level array or of the top-level "@graph".
  virtual void item(const Value& value) = 0;
  /// A document that cannot be taken apart.
  virtual void whole(const Value& value) = 0;
};

/// What a document may not exceed.
struct TreeLimits {
  std::size_t depth = 200;                   ///< brackets inside each other
  std::size_t bytes = std::size_t{1} << 30U; ///< memory of one piece, as a tree
};

/// Parses JSON (RFC 8259). A document that is an array, or holds nothing but "@context" and behind
/// it the array "@graph", is given item by item, so that memory is that of the largest one; any
/// other as a whole. Throws Error(input) with line and column where it is not JSON, holds a name
/// twice in an object, or passes a limit.
void read_pieces(const Document& document, const TreeLimits& limits, PieceSink& sink);

/// The same as one tree.
[[nodiscard]] Value read_tree(const Document& document, const TreeLimits& limits);

} // namespace tela::jsonld
