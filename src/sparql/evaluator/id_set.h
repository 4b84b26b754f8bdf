#pragma once

#include "sparql/evaluator/context.h"
#include "sparql/evaluator/hash_table.h"

#include <algorithm>
#include <vector>

namespace tela::sparql::evaluator {

/// A set of defined ids: open addressing, at most half full, memory charged to the query.
class IdSet {
 public:
  explicit IdSet(Context& context) : memory_(context), slots_(16) {}

  /// Whether `id` was not in it. Amortised constant.
  bool insert(rdf::Id id) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_ids(0, id) & mask;
    while (slots_[at].defined()) {
      if (slots_[at] == id) return false;
      at = (at + 1) & mask;
    }
    slots_[at] = id;
    if (++size_ * 2 > slots_.size()) grow();
    return true;
  }
  void clear() {
    if (size_ != 0) std::fill(slots_.begin(), slots_.end(), rdf::Id{});
    size_ = 0;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void grow() {
    std::vector<rdf::Id> old(slots_.size() * 4);
    memory_.hold(old.size() * sizeof(rdf::Id));
    old.swap(slots_);
    size_ = 0;
    for (const rdf::Id id : old)
      if (id.defined()) insert(id);
  }

  Reservation memory_;
  std::vector<rdf::Id> slots_; ///< undefined: free
  std::size_t size_ = 0;
};

} // namespace tela::sparql::evaluator
