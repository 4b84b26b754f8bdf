#pragma once

#include "rdf/term.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace tela::rdf {

/// What the 60 payload bits of an Id mean. The order is the order of ids, and follows the order of
/// SPARQL 1.1 section 15.1 (unbound, blank, IRI, literal). Written to disk: do not renumber.
enum class IdTag : std::uint8_t {
  undefined = 0, ///< no value: unbound variable, failed expression; as a graph: the default graph
  blank = 1,     ///< index into a dictionary
  iri = 2,       ///< index into a dictionary, ordered as the IRIs by code point
  literal = 3,   ///< index into a dictionary, ordered as (lexical form, datatype, language)
  boolean = 4,   ///< xsd:boolean, canonical: 0 or 1
  integer = 5,   ///< xsd:integer in [-2^59, 2^59), canonical; order of ids = numeric order
  decimal = 6,   ///< xsd:decimal in the fixed-point form of rdf/inline_value.h
  double_ = 7,   ///< xsd:double whose canonical form loses nothing in 60 bits
  date = 8,      ///< xsd:date; order of ids = order on the time line within one time zone state
  date_time = 9, ///< xsd:dateTime, likewise
  computed = 15, ///< index into the words a query has made itself
};

/// A term as a number: equal ids are the same term, in one dataset. 8 bytes, trivially copyable.
class Id {
 public:
  constexpr Id() noexcept = default;
  static constexpr int payload_bits = 60;
  static constexpr std::uint64_t payload_mask = (std::uint64_t{1} << payload_bits) - 1;

  [[nodiscard]] static constexpr Id make(IdTag tag, std::uint64_t payload) noexcept {
    return from_bits(std::uint64_t{static_cast<std::uint8_t>(tag)} << payload_bits |
                     (payload & payload_mask));
  }
  [[nodiscard]] static constexpr Id from_bits(std::uint64_t bits) noexcept {
    Id id;
    id.bits_ = bits;
    return id;
  }
  [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return bits_; }
  [[nodiscard]] constexpr IdTag tag() const noexcept { return IdTag(bits_ >> payload_bits); }
  [[nodiscard]] constexpr std::uint64_t payload() const noexcept { return bits_ & payload_mask; }
  [[nodiscard]] constexpr bool defined() const noexcept { return bits_ != 0; }
  /// Whether the value stands in the id itself, so that no dictionary is needed.
  [[nodiscard]] constexpr bool is_inline() const noexcept {
    return tag() >= IdTag::boolean && tag() != IdTag::computed;
  }

  constexpr auto operator<=>(const Id&) const noexcept = default;

 private:
  std::uint64_t bits_ = 0;
};

static_assert(sizeof(Id) == 8);
static_assert(Id::make(IdTag::iri, 0) > Id::make(IdTag::blank, Id::payload_mask));

/// The id that holds `literal` itself, or nothing when it needs a dictionary: another datatype, too
/// large, or a lexical form that the value alone does not give back ("007", "1.0e0").
/// inline_term(*inline_id(t)) == t, always.
[[nodiscard]] std::optional<Id> inline_id(const TermView& literal);

/// The literal of an inline id. REQUIRES: id.is_inline().
[[nodiscard]] Term inline_term(Id id);

} // namespace tela::rdf

template<>
struct std::hash<tela::rdf::Id> {
  std::size_t operator()(tela::rdf::Id id) const noexcept {
    // The finaliser of splitmix64: dictionary indices are dense, hash tables want them spread.
    std::uint64_t x = id.bits();
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
  }
};
