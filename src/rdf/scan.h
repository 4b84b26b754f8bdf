#pragma once

#include "rdf/id.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

/// The words in which whoever holds statements and whoever reads them speak of a scan: `store`
/// answers in them, `sparql` asks in them, and neither knows the other.
namespace tela::rdf {

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
  std::vector<Id> graphs; ///< sorted; Id{} is the default graph
};

/// The column of a scan behind the three positions of its order.
inline constexpr std::size_t graph_column = 3;

/// Which columns of a scan its reader looks at: 0 to 2 are the positions of the order, then
/// graph_column. `ColumnSet{1, 2}` has the second and the third; the others need not be decoded.
class ColumnSet {
 public:
  constexpr ColumnSet() noexcept = default;
  constexpr ColumnSet(std::initializer_list<std::size_t> columns) noexcept {
    for (const std::size_t column : columns) insert(column);
  }
  [[nodiscard]] static constexpr ColumnSet all() noexcept { return {0, 1, 2, graph_column}; }

  constexpr void insert(std::size_t column) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ | 1U << column);
  }
  [[nodiscard]] constexpr bool contains(std::size_t column) const noexcept {
    return (bits_ >> column & 1U) != 0;
  }

 private:
  std::uint8_t bits_ = 0;
};

/// A run of rows, column by column: columns[0..2] are the positions of the cursor's order,
/// columns[3] the graph. A column that is bound by the prefix or not wanted is null, so is the
/// graph of merged selections.
struct Rows {
  std::size_t count = 0;
  std::array<const Id*, 4> columns{};
};

/// Rows in the order of one permutation. One thread at a time.
class Cursor {
 public:
  virtual ~Cursor() = default;
  /// The next run, valid until the next call of next() or seek(); count 0 at the end. Runs have a
  /// few thousand rows at most, and start small, so that a reader that stops early has cost little.
  virtual Rows next() = 0;
  /// Skips to the first row, not yet returned, whose columns behind the prefix are >= `key`
  /// (lexicographic; key may be shorter than the free columns). Never moves backward.
  virtual void seek(std::span<const Id> key) = 0;

 protected:
  Cursor() = default;
  Cursor(const Cursor&) = default;
  Cursor(Cursor&&) = default;
  Cursor& operator=(const Cursor&) = default;
  Cursor& operator=(Cursor&&) = default;
};

/// What a literal is, without its text; valid as long as the data. Empty both when the term is no
/// literal.
struct LiteralKind {
  std::string_view datatype;
  std::string_view language;
};

} // namespace tela::rdf
