#pragma once

#include "rdf/id.h"
#include "sparql/evaluator/context.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tela::sparql::evaluator {

[[nodiscard]] inline std::uint64_t hash_ids(std::uint64_t seed, rdf::Id id) {
  // Multiply and fold: two steps of wyhash's mixing, good enough for dense dictionary indices.
  __extension__ using Wide = unsigned __int128;
  const Wide product =
      static_cast<Wide>(seed ^ 0x9E3779B97F4A7C15U ^ id.bits()) * 0xD6E8FEB86659FD93U;
  return static_cast<std::uint64_t>(product >> 64U) ^ static_cast<std::uint64_t>(product);
}

/// Numbers rows of ids: equal rows get the same number, new rows the next one. Open addressing,
/// linear probing, at most half full. Memory is charged to the query's budget.
class RowNumbers {
 public:
  /// Rows of `width` ids; 0 is allowed: then all rows are equal.
  RowNumbers(std::size_t width, Context& context);

  /// The number of `row`, and whether it is new. Amortised constant.
  std::pair<std::uint32_t, bool> insert(std::span<const rdf::Id> row);
  [[nodiscard]] std::optional<std::uint32_t> find(std::span<const rdf::Id> row) const;

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// The ids of row `number`; valid until the next insert().
  [[nodiscard]] std::span<const rdf::Id> row(std::uint32_t number) const {
    return {rows_.data() + std::size_t{number} * width_, width_};
  }

 private:
  [[nodiscard]] std::uint64_t hash(std::span<const rdf::Id> row) const;
  [[nodiscard]] bool equal(std::uint32_t number, std::span<const rdf::Id> row) const;
  void grow();

  static constexpr std::uint32_t empty = static_cast<std::uint32_t>(-1);

  Context& context_;
  Reservation memory_;
  std::size_t width_;
  std::uint32_t size_ = 0;
  std::vector<rdf::Id> rows_;        ///< row after row
  std::vector<std::uint32_t> slots_; ///< numbers; a power of two
};

} // namespace tela::sparql::evaluator
