#include "sparql/evaluator/value_set.h"

#include <algorithm>

namespace tela::sparql::evaluator {

using rdf::Id;

void ValueSet::add(Id value, Frame& frame) {
  empty_ = false;
  by_key_.emplace(equality_key(value, frame).bits(), value);
  const EqualityDoubt doubt = equality_doubt(value, frame);
  if (doubt == EqualityDoubt::times) times_.push_back(value);
  any_unknown_ = any_unknown_ || doubt == EqualityDoubt::always;
  any_known_ = any_known_ || doubt == EqualityDoubt::unknown || doubt == EqualityDoubt::times;
}

std::optional<bool> ValueSet::contains(const Value& value, Frame& frame) const {
  if (failed(value)) return empty_ ? std::optional(false) : std::nullopt;
  const auto [first, last] = by_key_.equal_range(equality_key(value, frame).bits());
  for (auto at = first; at != last; ++at)
    if (equal(value, at->second, frame).value_or(false)) return true;
  if (may_fail(value, frame)) return std::nullopt;
  return false;
}

/// Whether "=" of a value that equals none of them is an error with one of them.
bool ValueSet::may_fail(const Value& value, Frame& frame) const {
  switch (equality_doubt(value, frame)) {
  case EqualityDoubt::never:
    return false;
  case EqualityDoubt::unknown:
    return any_unknown_;
  case EqualityDoubt::times:
    return any_unknown_ || std::ranges::any_of(times_, [&](Id time) {
             return !equal(value, time, frame).has_value();
           });
  case EqualityDoubt::always:
    break;
  }
  return any_known_ || any_unknown_;
}

} // namespace tela::sparql::evaluator
