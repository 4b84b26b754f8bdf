#pragma once

#include "rdf/id.h"
#include "rdf/order.h"
#include "rdf/scan.h"

#include <cstdint>
#include <memory>
#include <span>

namespace tela::store {

/// Consecutive rows of a permutation, by row number; half-open.
struct RowRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  [[nodiscard]] std::uint64_t size() const noexcept { return end - begin; }
};

class Permutation;

/// Rows of a range of one permutation, in its order. Made by Store::scan; the store must outlive
/// it. One thread at a time; about 50 KiB.
class Cursor final : public rdf::Cursor {
 public:
  Cursor(const Permutation& permutation, std::span<const rdf::Id> prefix, RowRange range,
         rdf::GraphSelection graphs, rdf::ColumnSet columns);
  ~Cursor() override;
  Cursor(Cursor&&) noexcept;
  Cursor& operator=(Cursor&&) noexcept;
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

  /// At most one block (1024 rows) a run. Throws base::Error(input) when the store is damaged.
  rdf::Rows next() override;
  /// Cost: a search in the current block, or in the block directory when the key lies behind it.
  void seek(std::span<const rdf::Id> key) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace tela::store
