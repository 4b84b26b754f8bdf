#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/evaluator/value.h"

#include <compare>
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

/// What the id alone says, or nothing when the terms have to be decoded. The same answers as the
/// functions above.
[[nodiscard]] std::optional<bool> equal_ids(rdf::Id a, rdf::Id b);
[[nodiscard]] std::optional<std::partial_ordering> compare_ids(rdf::Id a, rdf::Id b);

} // namespace tela::sparql::evaluator
