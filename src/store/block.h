#pragma once

#include "rdf/scan.h"
#include "store/bytes.h"
#include "store/column_codec.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// A block: up to block_rows rows of a permutation, column by column. Columns 0 to 2 are the
/// positions of the order, 3 the graph, 4 the repeats: Id 1 where a row has the same triple as the
/// row before it (in another graph), Id 0 elsewhere.
namespace tela::store {

using rdf::graph_column;
inline constexpr std::size_t block_columns = 5;
inline constexpr std::size_t repeat_column = 4;

/// Room for the rows of a block, all its columns; what is not written yet is not initialised.
/// Move-only.
class BlockBuffer {
 public:
  BlockBuffer() : ids_(std::allocator<rdf::Id>().allocate(size)) {}

  [[nodiscard]] rdf::Id* column(std::size_t i) noexcept { return ids_.get() + i * block_rows; }
  [[nodiscard]] const rdf::Id* column(std::size_t i) const noexcept {
    return ids_.get() + i * block_rows;
  }

 private:
  static constexpr std::size_t size = block_columns * block_rows;
  struct Deallocate {
    void operator()(rdf::Id* ids) const noexcept {
      std::allocator<rdf::Id>().deallocate(ids, size);
    }
  };
  std::unique_ptr<rdf::Id[], Deallocate> ids_; // NOLINT(*-c-arrays)
};

/// Appends the first `rows` rows of `buffer`. REQUIRES: 1 to block_rows rows.
void encode_block(const BlockBuffer& buffer, std::size_t rows, std::string& out);

/// The bytes of a block, not decoded yet. A view: valid as long as the bytes.
class Block {
 public:
  /// Throws base::Error(input) when `bytes` are no block of `rows` rows. REQUIRES: slack_bytes
  /// readable behind `bytes`.
  Block(std::string_view bytes, std::size_t rows);

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] const Column& column(std::size_t i) const noexcept { return columns_[i]; }

 private:
  std::size_t rows_;
  std::array<Column, block_columns> columns_;
};

/// Number of rows that the front of `block` says it has. Throws as Block() does.
[[nodiscard]] std::size_t rows_of_block(std::string_view block);

} // namespace tela::store
