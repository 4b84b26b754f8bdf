#pragma once

#include "xsd/literal.h"

#include <compare>
#include <cstdint>

namespace tela::xsd {

/// What operators "=" and "<" know of a term (SPARQL 1.1, section 17.3): the space of values that
/// it belongs to, and its value there.
struct Comparable {
  enum class Space : std::uint8_t {
    node, ///< IRIs and blank nodes
    string,
    language_string,
    boolean,
    number,
    time,
    length,  ///< durations
    unknown, ///< literals of a datatype that is not known here, or ill-typed
  };

  Space space = Space::unknown;
  rdf::TermView term; ///< of nodes, texts and what is unknown; may be empty for others
  bool boolean = false;
  rdf::Numeric number;
  rdf::DateTime time;
  rdf::Duration length;

  Comparable() = default;
  explicit Comparable(bool value) : space(Space::boolean), boolean(value) {}
  explicit Comparable(rdf::Numeric value) : space(Space::number), number(std::move(value)) {}
  explicit Comparable(const rdf::DateTime& value) : space(Space::time), time(value) {}
  explicit Comparable(const rdf::Duration& value) : space(Space::length), length(value) {}
  /// Keeps views into the term.
  explicit Comparable(const rdf::TermView& term);
};

/// Operator "=", RDFterm-equal included: nothing is an error, as for two different literals of
/// which one is of an unknown kind.
[[nodiscard]] std::optional<bool> equal(const Comparable& a, const Comparable& b);

/// Operator "<" and its kin: nothing is an error, as for values of two spaces, or times so near
/// each other that the zone which one of them lacks decides; unordered makes all of them false
/// (NaN).
[[nodiscard]] std::optional<std::partial_ordering> compare(const Comparable& a,
                                                           const Comparable& b);

} // namespace tela::xsd
