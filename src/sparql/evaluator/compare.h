#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/value.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace tela::sparql::evaluator {

/// Operator "=" (section 17.3, RDFterm-equal included): nothing is an error, as for two different
/// literals of which one has a datatype that is not known here or a lexical form outside of it.
[[nodiscard]] std::optional<bool> equal(const Value& a, const Value& b, Frame& frame);

/// Operators "<" and its kin: nothing is an error; unordered makes all of them false (NaN).
[[nodiscard]] std::optional<std::partial_ordering> compare(const Value& a, const Value& b,
                                                           Frame& frame);

/// What `comparison`, one of = != < > <= >=, says of two values in this order.
[[nodiscard]] bool holds(algebra::Function comparison, std::partial_ordering order);

[[nodiscard]] bool same_term(const Value& a, const Value& b, Frame& frame);

/// A key for tables: values that "=" finds equal have the same one, and so has the same term; other
/// values mostly have another. Undefined for a failure.
[[nodiscard]] rdf::Id equality_key(const Value& value, Frame& frame);

/// When "=" with another value may be an error instead of false.
enum class EqualityDoubt : std::uint8_t {
  never,   ///< IRIs, blank nodes and texts with a language
  unknown, ///< numbers, strings and their kin: with literals of an unknown or ill-typed kind
  times,   ///< with those, and with times of which only one has a zone
  always,  ///< literals of an unknown or ill-typed kind: with all but the first kind
};
/// REQUIRES: not failed.
[[nodiscard]] EqualityDoubt equality_doubt(const Value& value, Frame& frame);

/// What the id alone says, or nothing when the terms have to be decoded. The same answers as the
/// functions above.
[[nodiscard]] std::optional<bool> equal_ids(rdf::Id a, rdf::Id b);
[[nodiscard]] std::optional<std::partial_ordering> compare_ids(rdf::Id a, rdf::Id b);

} // namespace tela::sparql::evaluator
