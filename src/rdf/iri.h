#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Whether `text` starts with a scheme and holds no character that RDF IRIs forbid (RFC 3987;
/// space, controls, <>"{}|^`\ ). Does not check the parts of a particular scheme. REQUIRES: UTF-8.
[[nodiscard]] bool is_absolute_iri(std::string_view text);

/// RFC 3986 section 5.2 reference resolution, strict, without normalisation beyond dot segments.
/// An empty `base` returns `reference` as it is.
[[nodiscard]] std::string resolve_iri(std::string_view base, std::string_view reference);

/// The file: IRI of a path made absolute, percent-encoded as RFC 3986 asks.
[[nodiscard]] std::string file_iri(std::string_view path);

/// Percent-encodes everything but unreserved characters (RFC 3986 section 2.3), as UTF-8 bytes.
[[nodiscard]] std::string percent_encode(std::string_view text);

} // namespace tela::rdf
