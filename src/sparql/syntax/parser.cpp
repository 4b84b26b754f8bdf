#include "sparql/syntax/parser.h"

#include "sparql/syntax/grammar.h"
#include "sparql/syntax/scope_rules.h"

namespace tela::sparql::syntax {

Query parse(std::string_view text, const ParseOptions& options) {
  const rdf::PrefixMap none;
  const QueryText query_text(options.source, text);
  TokenStream in(query_text);
  Names names(in, options.base, options.prefixes != nullptr ? *options.prefixes : none,
              options.known != nullptr ? *options.known : none);
  Parser parser{in, names};
  Query query = parse_query(parser);
  check_scopes(query, query_text);
  return query;
}

} // namespace tela::sparql::syntax
