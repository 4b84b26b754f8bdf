#pragma once

#include "network/affiliation.h"
#include "rdf/id.h"

#include <span>
#include <unordered_map>
#include <vector>

/// Networks out of a store: which predicate ties what, read as numbers from end to end; nodes with
/// labels, regions and measures; the reasons behind an edge.
namespace tela::relations {

/// Where an id stands in a sorted list. A table when the ids lie close together, as those of one
/// kind of thing do in the dictionary; otherwise a hash table.
class IdIndex {
 public:
  static constexpr network::Node absent = static_cast<network::Node>(-1);

  /// Of an id that stands several times the last place counts; lists that do not ascend take
  /// longer.
  explicit IdIndex(std::span<const rdf::Id> ids);

  /// The position of `id` in the list, or `absent`.
  [[nodiscard]] network::Node operator[](rdf::Id id) const noexcept;

 private:
  std::uint64_t first_ = 0;
  std::vector<network::Node> table_;
  std::unordered_map<rdf::Id, network::Node> hashed_;
};

/// Sorts and removes what stands twice.
void make_set(std::vector<rdf::Id>& ids);

} // namespace tela::relations
