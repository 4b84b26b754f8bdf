#pragma once

#include "sparql/evaluator/context.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tela::sparql::evaluator {

/// Which ids each group has met: for COUNT(DISTINCT ?x) and its kin. Ids of one kind lie close
/// together, so they are kept as bits of pages of 256 ids: ids that come in ascending runs, as
/// scans give them, stay within a page, and a dense group costs half a byte an id instead of 30;
/// ids far from each other cost at most 100 bytes each. Memory is charged to the query's budget.
class GroupedIdSet {
 public:
  explicit GroupedIdSet(Context& context);

  /// Whether `group` had not met `id`. Amortised constant.
  bool insert(std::uint32_t group, rdf::Id id) {
    const Key key{id.bits() >> page_bits, group};
    if (last_ == nullptr || last_->key != key) last_ = &page(key);
    const std::uint64_t bit = std::uint64_t{1} << (id.bits() % 64);
    std::uint64_t& word = last_->words[id.bits() / 64 % last_->words.size()];
    const bool fresh = (word & bit) == 0;
    word |= bit;
    return fresh;
  }

  /// Groups below `group` will meet no more ids: forgets theirs, now or when it is worth it.
  /// Amortised constant for each insertion.
  void forget_before(std::uint32_t group);

 private:
  static constexpr unsigned page_bits = 8;
  static constexpr std::size_t least_sweep = 4'096; ///< pages

  struct Key {
    std::uint64_t page = free;
    std::uint32_t group = 0;
    static constexpr std::uint64_t free = ~std::uint64_t{0};
    bool operator==(const Key&) const = default;
  };
  struct Page {
    Key key;
    std::array<std::uint64_t, (1U << page_bits) / 64> words{};
  };

  Page& page(const Key& key);
  [[nodiscard]] std::size_t place(const Key& key) const;
  void grow();

  Reservation memory_;
  std::vector<Page> pages_; ///< open addressing, a power of two, at most half in use
  std::size_t used_ = 0;
  std::size_t next_sweep_ = least_sweep; ///< pages in use when it pays to look for old ones
  Page* last_ = nullptr;                 ///< of the insertion before
};

} // namespace tela::sparql::evaluator
