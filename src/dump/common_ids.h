#pragma once

#include "store/store.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tela::dump {

/// Ids that two stores share: equal for equal terms, ordered as each store orders its own. Made by
/// walking both dictionaries once, side by side. Memory: 8 bytes for each term of both. Blank nodes
/// have none: their labels mean nothing outside their store.
class CommonIds {
 public:
  enum class Side : std::uint8_t { old_store, new_store };

  /// Uses the stores only here.
  CommonIds(const store::Store& old_store, const store::Store& new_store);

  /// REQUIRES: an id of the store of that side, not of a blank node.
  [[nodiscard]] rdf::Id common(Side side, rdf::Id id) const;

 private:
  struct Numbers {
    std::vector<std::uint64_t> iris, literals; // by the payload of the store's id
  };
  void number(const store::Store& old_store, const store::Store& new_store, rdf::IdTag tag,
              std::vector<std::uint64_t> Numbers::*numbers);

  std::array<Numbers, 2> numbers_; // by Side
};

} // namespace tela::dump
