#pragma once

#include "rdf/prefix_map.h"
#include "rdf/term.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

/// Texts of queries on their way to a service: changed by their tokens, so that what stands in a
/// string, an IRI or a comment is never taken for something else. All but the changes goes as it
/// was written. For texts that end in no token (a dialect's own words) nothing is changed behind.
namespace tela::remote {

/// Variables, without '?', and the terms that stand for them.
using Terms = std::span<const std::pair<std::string, rdf::Term>>;

/// The text with terms in the place of variables, written as N-Triples does; where a variable is
/// projected it is left out. Throws Error(input) for a blank node, which means nothing elsewhere.
[[nodiscard]] std::string with_terms(std::string_view query, Terms terms);

/// The text with declarations in front of it for those of `known` that it uses and does not
/// declare.
[[nodiscard]] std::string with_prefixes(std::string_view query, const rdf::PrefixMap& known);

/// A query that counts the solutions of a SELECT; nothing for other forms, and with FROM, which
/// cannot stand in a subquery.
[[nodiscard]] std::optional<std::string> counting(std::string_view query);

/// Whether the first word of a query's form is CONSTRUCT or DESCRIBE.
[[nodiscard]] bool gives_graph(std::string_view query);

} // namespace tela::remote
