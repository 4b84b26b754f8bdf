#pragma once

#include "sparql/evaluator/value.h"

#include <cstdint>
#include <string>

namespace tela::sparql::evaluator {

/// What section 15.1 sorts by, of one term: made once, compared often. Unbound, blank nodes, IRIs,
/// literals; among literals numbers by value, then booleans, times, durations, and all others by
/// lexical form, datatype and language. Where the standard leaves the order open it is still a
/// total one: equal keys only for equal terms, except numbers and times of one value.
class SortKey {
 public:
  SortKey() = default;
  /// Decodes the term when the id alone does not say enough.
  SortKey(rdf::Id id, Frame& frame);

  /// Less than, equal to or greater than 0. `frame` decodes what the keys do not hold.
  [[nodiscard]] static int compare(const SortKey& a, const SortKey& b, Frame& frame);

  [[nodiscard]] rdf::Id id() const { return id_; }

 private:
  enum class Rank : std::uint8_t { unbound, blank, iri, number, boolean, time, duration, other };

  void rank_literal(Frame& frame);
  static int compare_exactly(const SortKey& a, const SortKey& b, Frame& frame);

  Rank rank_ = Rank::unbound;
  bool by_id_ = false; ///< keys of one rank with by_id_ compare as their ids
  double rough_ = 0;   ///< of numbers and times: never the wrong way round, perhaps equal
  rdf::Id id_;
};

} // namespace tela::sparql::evaluator
