#pragma once

#include "store/batch.h"
#include "store/left_out.h"
#include "store/renumbering.h"
#include "store/row_source.h"
#include "store/store.h"
#include "store/term_source.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace tela::store {

/// What a new store takes over from an old one. Its statements are sorted and its terms numbered in
/// order already: so they are neither hashed nor sorted again, but merged. A term that no kept
/// statement uses is left behind. Holds a quarter of a byte a term of the old store.
class Adoption {
 public:
  /// `old` must outlive it. Cost: one pass over the statements.
  Adoption(const Store& old, LeftOut left_out);

  [[nodiscard]] std::uint64_t quad_count() const noexcept { return quad_count_; }
  /// Datatype and language of the literals in use, ascending.
  [[nodiscard]] std::vector<KindName> kinds() const;
  /// To be called before terms(): the kinds of the new store, those of kinds() among them.
  void set_kinds(const std::vector<KindName>& kinds);

  /// The terms in use of a class (0 blank nodes, 1 IRIs, 2 literals). When all have been given an
  /// index, rows() knows their ids.
  [[nodiscard]] std::unique_ptr<TermSource> terms(std::size_t term_class);
  /// The statements kept, with their new ids, in `order`.
  [[nodiscard]] std::unique_ptr<RowSource> rows(rdf::Order order) const;

 private:
  class Terms;
  class OrderedRows;
  using KindRanks = std::vector<std::uint32_t>;

  void mark_used();
  void mark(rdf::Id id);
  [[nodiscard]] rdf::Id new_id(rdf::Id old) const {
    const auto i = static_cast<std::size_t>(old.tag()) - 1; // no class: not below 3
    return i < numbers_.size() ? rdf::Id::make(old.tag(), numbers_[i][old.payload()]) : old;
  }

  const Store& old_;
  LeftOut left_out_;
  std::uint64_t quad_count_ = 0;
  std::array<Renumbering, 3> numbers_; // by class of terms
  std::vector<char> kinds_used_;       // by old number
  KindRanks kind_ranks_;               // likewise: number in the new store
};

} // namespace tela::store
