#pragma once

#include "rdf/id.h"
#include "rdf/numeric.h"

#include <cstdint>
#include <optional>

namespace tela::sparql::evaluator {

/// A sum of numbers as op:numeric-add gives it: exact for integers and decimals. The first few
/// quintillion cost one addition of 128 bits each.
class NumericSum {
 public:
  /// Adds an id of tag integer or decimal; false when it is another one, nothing is added then.
  bool add(rdf::Id id);
  /// False when the sum grows too long; it has no value then.
  bool add(const rdf::Numeric& number);
  [[nodiscard]] std::optional<rdf::Numeric> value() const;

 private:
  __extension__ using Wide = __int128;

  bool add_fixed(std::int64_t mantissa, int scale);
  void flush();

  Wide mantissa_ = 0;    ///< of the part that is being summed fast
  int scale_ = 0;        ///< largest scale met
  bool decimal_ = false; ///< whether a decimal was among it
  rdf::Numeric rest_ = rdf::Integer(0);
  bool overflow_ = false;
};

} // namespace tela::sparql::evaluator
