#pragma once

#include "rdf/id.h"
#include "rdf/order.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tela::store {

/// The graphs a scan looks at.
struct GraphSelection {
  enum class Kind : std::uint8_t {
    merge_of_all, ///< every graph as one: a triple in several graphs comes once
    merge_of,     ///< the graphs listed as one, likewise
    each,         ///< every graph for itself, the default one too
    each_named,   ///< every named graph for itself: a triple comes once for each graph it is in
    each_of,      ///< the graphs listed, each for itself
  };
  Kind kind = Kind::merge_of_all;
  std::vector<rdf::Id> graphs; ///< sorted; Id{} is the default graph
};

/// Which columns of a scan are wanted, in the cursor's order; the rest is not decoded.
struct Columns {
  std::array<bool, 3> positions{true, true, true}; ///< of the order: first, second, third
  bool graph = true;                               ///< only where the selection keeps graphs apart
};

/// Consecutive rows of a permutation, by row number; half-open.
struct RowRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  [[nodiscard]] std::uint64_t size() const noexcept { return end - begin; }
};

/// A run of rows, column by column: columns[0..2] are the positions of the cursor's order,
/// columns[3] the graph. A column that is bound by the prefix or not wanted is null, so is the
/// graph of merged selections.
struct Rows {
  std::size_t count = 0;
  std::array<const rdf::Id*, 4> columns{};
};

class Permutation;

/// Rows of a range of one permutation, in its order. Made by Store::scan; the store must outlive
/// it. One thread at a time; about 50 KiB.
class Cursor {
 public:
  Cursor(const Permutation& permutation, std::span<const rdf::Id> prefix, RowRange range,
         GraphSelection graphs, Columns columns);
  ~Cursor();
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  /// The next run, at most one block (1024 rows), valid until the next call of next() or seek();
  /// count 0 at the end. Throws base::Error(input) when the store is damaged.
  Rows next();
  /// Skips to the first row, not yet returned, whose columns behind the prefix are >= `key`
  /// (lexicographic; key may be shorter than the free columns). Never moves backward. Cost: a
  /// search in the current block, or in the block directory when the key lies behind it.
  void seek(std::span<const rdf::Id> key);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::store
