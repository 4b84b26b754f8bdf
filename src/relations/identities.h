#pragma once

#include "store/store.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tela::relations {

/// Which things are one, as sources say by owl:sameAs: a project that another publisher reports
/// under an identifier of its own.
class Identities {
 public:
  /// Cost: a scan of the statements with owl:sameAs.
  explicit Identities(const store::Store& store);

  /// The thing that stands for all that are one with `thing`: the one that says of the others that
  /// they are the same. `thing` itself when it is the only one.
  [[nodiscard]] rdf::Id representative(rdf::Id thing) const;
  /// Whether nothing is said to be the same as `thing`.
  [[nodiscard]] bool is_single(rdf::Id thing) const { return !joined_.contains(thing); }
  /// Those that another thing stands for, in no order.
  [[nodiscard]] const std::vector<rdf::Id>& represented() const noexcept { return represented_; }

 private:
  void join(rdf::Id subject, rdf::Id object);

  std::unordered_map<rdf::Id, rdf::Id> nearer_; // to the representative
  std::unordered_set<rdf::Id> joined_;
  std::vector<rdf::Id> represented_;
};

} // namespace tela::relations
