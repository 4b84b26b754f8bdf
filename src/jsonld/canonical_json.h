#pragma once

#include "jsonld/value.h"

#include <string>

namespace tela::jsonld {

/// The JSON Canonicalization Scheme (RFC 8785): what an rdf:JSON literal holds (section 8.2, 6).
[[nodiscard]] std::string canonical_json(const Value& value);

/// A number as an xsd:double literal (JSON-LD 1.1 API, 8.6): up to fifteen digits behind the point.
[[nodiscard]] std::string canonical_double(double value);

/// Whether a number stands for an integer that RDF may keep: nothing behind the point, below 1e21.
[[nodiscard]] bool is_integer(const Number& number);
/// Its digits. REQUIRES: is_integer().
[[nodiscard]] std::string integer_digits(const Number& number);

} // namespace tela::jsonld
