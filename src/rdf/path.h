#pragma once

#include "rdf/term.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tela::rdf {

/// A property path: section 9 of SPARQL 1.1, and section 2.3.1 of SHACL, which has all but
/// `negated`.
struct Path {
  enum class Kind : std::uint8_t {
    predicate,    ///< `iri`
    inverse,      ///< ^parts[0]
    sequence,     ///< parts[0] / parts[1] / …
    alternative,  ///< parts[0] | parts[1] | …
    zero_or_more, ///< parts[0]*
    one_or_more,  ///< parts[0]+
    zero_or_one,  ///< parts[0]?
    negated,      ///< !(parts[0] | …), each a predicate or the inverse of one
  };
  Kind kind = Kind::predicate;
  Term iri{};
  std::vector<Path> parts{};

  bool operator==(const Path&) const = default;
};

enum class Direction : std::uint8_t { along, against }; ///< the arrow from subject to object

/// The predicates that a negated path does not follow in that direction; nothing when it does not
/// go there at all: !(a|^b) goes both ways, !a and !() only along. REQUIRES: Path::Kind::negated.
[[nodiscard]] std::optional<std::vector<Term>> excluded(const Path& negated, Direction direction);

} // namespace tela::rdf
