#pragma once

#include "rdf/quad.h"
#include "store/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tela::dump {

/// Where differences go. Views are valid during the call.
class DiffSink {
 public:
  virtual ~DiffSink() = default;
  virtual void removed(const rdf::QuadView& quad) = 0;
  virtual void added(const rdf::QuadView& quad) = 0;
};

/// What changed in one graph; a record has one of its own.
struct GraphChange {
  enum class Kind : std::uint8_t { added, changed, removed };

  std::optional<rdf::Term> graph;       ///< none: the default graph
  Kind kind = Kind::changed;            ///< added: not in the old data; removed: not in the new
  std::uint64_t added = 0, removed = 0; ///< statements
};

struct DiffReport {
  std::uint64_t added = 0, removed = 0, unchanged = 0; ///< statements
  std::uint64_t with_blank_nodes = 0;                  ///< of those added and removed
  std::vector<GraphChange> graphs;                     ///< those with a change, by name
};

/// Pushes the statements that only one of the two has, graph by graph apart: in the order of the
/// store, then those with blank nodes. Statements that hang together by blank nodes are compared as
/// one, up to the names of these nodes: they are all there in the other, or all of them differ.
/// Their labels as pushed are made from what they say, not those of the stores.
///
/// Cost: one walk over both dictionaries and both stores. Memory: 8 bytes a term, and the
/// statements with blank nodes. Throws Error(limit) when blank nodes are too much alike, see
/// rdf/canonical_labels.h.
DiffReport diff(const store::Store& old_data, const store::Store& new_data, DiffSink& sink);

} // namespace tela::dump
