#pragma once

#include "sparql/evaluator/compare.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tela::sparql::evaluator {

/// The values of an IN list. Says the same as "=" with each of them, joined by ||, in one look-up.
/// One thread at a time.
class ValueSet {
 public:
  /// Adds the value of a defined id.
  void add(rdf::Id value, Frame& frame);
  /// Whether `value` equals one of them; nothing is an error, as for a failure.
  [[nodiscard]] std::optional<bool> contains(const Value& value, Frame& frame) const;

 private:
  [[nodiscard]] bool may_fail(const Value& value, Frame& frame) const;

  std::unordered_multimap<std::uint64_t, rdf::Id> by_key_;
  std::vector<rdf::Id> times_;
  bool empty_ = true;
  bool any_known_ = false;   ///< a number, a string or another literal that is understood
  bool any_unknown_ = false; ///< a literal that is not
};

} // namespace tela::sparql::evaluator
