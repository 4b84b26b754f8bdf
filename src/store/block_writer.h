#pragma once

#include "store/block.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace tela::store {

/// Cuts ascending rows into blocks. Columns as in Block, without the repeats, which it finds
/// itself.
class BlockWriter {
 public:
  /// What a full block is handed to, valid during the call: its rows, decoded and as bytes.
  using Output =
      std::function<void(const BlockBuffer& rows, std::size_t count, std::string_view bytes)>;

  explicit BlockWriter(Output output) : output_(std::move(output)) {}

  /// How many rows may be written behind tail(); at least 1.
  [[nodiscard]] std::size_t room() const noexcept { return block_rows - rows_; }
  /// Where the next rows of a column go.
  [[nodiscard]] rdf::Id* tail(std::size_t column) noexcept {
    return buffer_.column(column) + rows_;
  }
  /// Takes the `count` rows that were written at the tails. REQUIRES: count <= room(); ascending.
  void commit(std::size_t count);
  /// To be called at the end.
  void finish();

 private:
  Output output_;
  BlockBuffer buffer_;
  std::size_t rows_ = 0;
  std::array<rdf::Id, 3> last_{}; // triple of the last row of the block before
  std::string bytes_;
};

} // namespace tela::store
