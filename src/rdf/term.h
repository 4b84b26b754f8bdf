#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

/// RDF 1.1 as plain values (https://www.w3.org/TR/rdf11-concepts/): terms, quads, sinks, ids.
namespace tela::rdf {

enum class TermKind : std::uint8_t { blank, iri, literal };

/// A term that somebody else owns. Fields as in Term; valid as long as the owner says.
struct TermView {
  TermKind kind = TermKind::iri;
  std::string_view value;
  std::string_view datatype;
  std::string_view language;

  auto operator<=>(const TermView&) const = default;
};

/// An IRI, a blank node or a literal.
struct Term {
  TermKind kind = TermKind::iri;
  std::string value; ///< absolute IRI, blank node label without "_:", or lexical form; UTF-8
  std::string
      datatype; ///< IRI; of a literal never empty: xsd:string and rdf:langString are written out
  std::string language; ///< tag as written; empty unless datatype is rdf:langString

  auto operator<=>(const Term&) const = default;
  operator TermView() const noexcept { // NOLINT(*-explicit-*): a view of a value, as string_view
    return {kind, value, datatype, language};
  }
};

[[nodiscard]] Term to_term(const TermView& view);
[[nodiscard]] Term iri(std::string_view value);
[[nodiscard]] Term blank(std::string_view label);
/// A literal of `datatype`; xsd:string when it is left out.
[[nodiscard]] Term literal(std::string_view lexical);
[[nodiscard]] Term literal(std::string_view lexical, std::string_view datatype);
[[nodiscard]] Term language_literal(std::string_view lexical, std::string_view language);

/// The term in N-Triples syntax, in the canonical form of RDFC-1.0 appendix A (that of RDF 1.1,
/// with control characters escaped as well): for messages, logs and the N-Quads writer. IRIs that
/// hold characters N-Triples forbids get \u escapes.
void append_ntriples(std::string& out, const TermView& term);
[[nodiscard]] std::string to_ntriples(const TermView& term);

} // namespace tela::rdf
