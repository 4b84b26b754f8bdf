#pragma once

#include "rdf/path.h"
#include "rdf/prefix_map.h"
#include "sparql/syntax/ast.h"

#include <map>
#include <string>
#include <string_view>

namespace tela::sparql::syntax {

/// Variables, without '?', and the paths that they stand for.
using PathVariables = std::map<std::string, rdf::Path, std::less<>>;

struct ParseOptions {
  std::string source;                       ///< shown in errors: a file name, or empty
  std::string base;                         ///< what relative IRIs are resolved against
  const rdf::PrefixMap* prefixes = nullptr; ///< that need not be declared; null: none
  const rdf::PrefixMap* known = nullptr;    ///< that errors propose to declare; null: none
  PathVariables paths{}; ///< put in the place of these variables where they are predicates
};

/// Parses a query (not an update) of SPARQL 1.1, with every rule of the grammar and its notes.
/// Throws Error(input) that points at the place. Deeper nesting than TokenStream::max_depth, and
/// texts longer than QueryText::max_bytes are errors too. Cost: linear in the text.
[[nodiscard]] Query parse(std::string_view text, const ParseOptions& options = {});

/// Parses one term as a query writes it: an IRI, a prefixed name, a literal, a number, true or
/// false, a blank node label. Throws Error(input) when it is something else or something follows.
[[nodiscard]] rdf::Term parse_term(std::string_view text, const ParseOptions& options = {});

} // namespace tela::sparql::syntax
