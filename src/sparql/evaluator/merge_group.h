#pragma once

#include "sparql/evaluator/batch.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tela::sparql::evaluator {

/// The right rows of a merge join that share its first key, searched by its second key where it has
/// one: so a join on two variables costs the logarithm of the group for each left row, not the
/// whole group, and cyclic patterns stay cheap.
class MergeGroup {
 public:
  /// `second`: column of the second key. The rows are those of `source` from `begin` on; they must
  /// live as long as the group.
  void set(const Batch& source, std::size_t begin, std::size_t size,
           std::optional<std::size_t> second);

  /// Positions [first, last) of the rows whose second key may be `key`; without a second key, all.
  /// Cost: logarithmic from the second call for a group on.
  [[nodiscard]] std::pair<std::size_t, std::size_t> candidates(rdf::Id key);
  [[nodiscard]] std::pair<std::size_t, std::size_t> all() const { return {0, size_}; }

  /// The row of the source at a position.
  [[nodiscard]] std::size_t row(std::size_t position) const {
    return order_.empty() ? begin_ + position : order_[position];
  }
  [[nodiscard]] const Batch& source() const { return *source_; }

 private:
  enum class State : std::uint8_t { unknown, asked, searchable };
  void make_searchable();
  [[nodiscard]] rdf::Id second_key(std::size_t position) const {
    return source_->columns[*second_][row(position)];
  }

  const Batch* source_ = nullptr;
  std::size_t begin_ = 0, size_ = 0;
  std::optional<std::size_t> second_;
  State state_ = State::unknown;
  std::vector<std::uint32_t> order_; ///< rows by second key; empty: they come so
};

} // namespace tela::sparql::evaluator
