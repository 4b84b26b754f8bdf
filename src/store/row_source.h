#pragma once

#include "store/block.h"

#include <cstddef>

namespace tela::store {

/// Ascending rows of one order.
class RowSource {
 public:
  RowSource() = default;
  virtual ~RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;

  /// Writes the next rows to the front of `rows`, columns 0 to 3, and returns how many: at most a
  /// block, 0 at the end.
  virtual std::size_t read(BlockBuffer& rows) = 0;
};

} // namespace tela::store
