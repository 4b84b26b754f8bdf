#include "sparql/syntax/parser.h"

#include "sparql/syntax/grammar.h"
#include "sparql/syntax/scope_rules.h"

namespace tela::sparql::syntax {

void check_tree_depth(const Parser& parser, Offset offset, std::size_t depth) {
  if (depth > max_tree_depth)
    parser.in.fail(
        offset, "the query makes a tree of more than " + std::to_string(max_tree_depth) + " levels",
        "write alternatives with UNION, ||, IN or VALUES instead of one inside another");
}

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
