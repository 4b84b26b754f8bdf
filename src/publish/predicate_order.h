#pragma once

#include "rdf/id.h"
#include "store/store.h"

#include <cstdint>
#include <unordered_map>

namespace tela::publish {

/// How a page treats a property.
struct PredicateRole {
  std::uint32_t rank = 0;     ///< facts stand in this order
  bool is_name = false;       ///< a label, title, other name or acronym: stands with the names
  bool is_identifier = false; ///< a code or the same elsewhere: folded away
  bool is_searched = false;   ///< a name or a code
  bool is_membership = false; ///< what a tela:Membership is evidence for
  bool is_tie = false;        ///< tela:tiedTo, of which a tela:Tie says more
};

/// The role of every predicate of a store: what says what a thing is comes first, codes and links
/// to other data last. Immutable.
class PredicateOrder {
 public:
  explicit PredicateOrder(const store::Store& store);
  [[nodiscard]] PredicateRole operator[](rdf::Id predicate) const;

 private:
  std::unordered_map<rdf::Id, PredicateRole> roles_;
};

} // namespace tela::publish
