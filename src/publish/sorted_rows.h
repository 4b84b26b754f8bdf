#pragma once

#include "rdf/id.h"
#include "store/cursor.h"

#include <utility>

namespace tela::publish {

/// A cursor read row by row, forward only: for merging a permutation with a list of ids that
/// ascends like its first free column.
class SortedRows {
 public:
  /// `first`: the place of the first free column, the length of the cursor's prefix.
  SortedRows(store::Cursor cursor, std::size_t first) : cursor_(std::move(cursor)), first_(first) {}

  /// Moves to the first row, not yet passed, whose first free column is >= `id`; false when there
  /// is none.
  bool seek(rdf::Id id) {
    if (!started_ || rows_.count == 0 || rows_.columns[first_][rows_.count - 1] < id) {
      if (started_ && rows_.count == 0) return false;
      cursor_.seek(std::span(&id, 1));
      load();
    }
    while (rows_.count != 0 && rows_.columns[first_][at_] < id) next();
    return rows_.count != 0;
  }
  /// Moves to the next row; false at the end. REQUIRES: at a row.
  bool next() {
    if (++at_ == rows_.count) load();
    return rows_.count != 0;
  }
  /// REQUIRES: at a row.
  [[nodiscard]] rdf::Id operator[](std::size_t column) const { return rows_.columns[column][at_]; }

 private:
  void load() {
    rows_ = cursor_.next();
    at_ = 0;
    started_ = true;
  }

  store::Cursor cursor_;
  std::size_t first_;
  rdf::Rows rows_;
  std::size_t at_ = 0;
  bool started_ = false;
};

} // namespace tela::publish
