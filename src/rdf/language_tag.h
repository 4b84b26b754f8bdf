#pragma once

#include <string>
#include <string_view>

namespace tela::rdf {

/// Whether `text` has the form of a tag (Turtle 1.1, LANGTAG): "es", "pt-BR", "en-x-twain".
[[nodiscard]] bool is_language_tag(std::string_view text);

/// Language tags are compared without regard to case (RDF 1.1 Concepts, 3.3): two literals that
/// differ in nothing else are the same term.
[[nodiscard]] bool same_language(std::string_view a, std::string_view b);

/// Whether `range` covers `tag` (RFC 4647 basic filtering, SPARQL's langMatches): it is the tag, or
/// the tag goes on behind it with a hyphen, or it is "*" and there is a tag at all.
[[nodiscard]] bool language_in_range(std::string_view tag, std::string_view range);

/// The tag in the case that BCP 47 (RFC 5646, 2.1.1) recommends: "es-HN", "zh-Hant", "en-x-twain".
/// Whoever keeps terms keeps this form, so that the same term is found however it was written.
[[nodiscard]] std::string canonical_language(std::string_view tag);

} // namespace tela::rdf
