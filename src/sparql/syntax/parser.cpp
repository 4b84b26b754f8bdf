#include "sparql/syntax/parser.h"

#include "sparql/syntax/grammar.h"
#include "sparql/syntax/scope_rules.h"

#include <utility>

namespace tela::sparql::syntax {

void check_tree_depth(const Parser& parser, Offset offset, std::size_t depth) {
  if (depth > max_tree_depth)
    parser.in.fail(
        offset, "the query makes a tree of more than " + std::to_string(max_tree_depth) + " levels",
        "write alternatives with UNION, ||, IN or VALUES instead of one inside another");
}

namespace {

/// Calls `production` with a parser for `text`.
template<typename Production>
auto parse_with(std::string_view text, const ParseOptions& options, Production production) {
  const rdf::PrefixMap none;
  const QueryText query_text(options.source, text);
  TokenStream in(query_text);
  Names names(in, options.base, options.prefixes != nullptr ? *options.prefixes : none,
              options.known != nullptr ? *options.known : none);
  Parser parser{in, names, options.paths};
  return production(parser);
}

} // namespace

Query parse(std::string_view text, const ParseOptions& options) {
  return parse_with(text, options, [](Parser& parser) {
    Query query = parse_query(parser);
    check_scopes(query, parser.in.text());
    return query;
  });
}

rdf::Term parse_term(std::string_view text, const ParseOptions& options) {
  return parse_with(text, options, [](Parser& parser) {
    rdf::Term term;
    if (parser.in.at(TokenKind::blank_label))
      term = rdf::blank(parser.in.take().text.substr(2));
    else if (auto constant = parse_constant(parser))
      term = *std::move(constant);
    else
      parser.in.fail_expected("an IRI or a literal");
    if (!parser.in.at(TokenKind::end)) parser.in.fail_expected("the end of the term");
    return term;
  });
}

} // namespace tela::sparql::syntax
