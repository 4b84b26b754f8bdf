#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "sparql/syntax/grammar.h"

namespace tela::sparql::syntax {

namespace {

bool is_number(const Token& token) {
  return token.kind == TokenKind::integer || token.kind == TokenKind::decimal ||
         token.kind == TokenKind::double_;
}

/// Whether a sign is here with a number right behind it: white space is not allowed between.
bool at_signed_number(const Parser& parser) {
  const auto& in = parser.in;
  if (!in.at_symbol("+") && !in.at_symbol("-")) return false;
  return is_number(in.peek(1)) && in.offset_of(in.peek(1)) == in.offset() + 1;
}

std::string_view datatype_of(TokenKind kind) {
  if (kind == TokenKind::integer) return rdf::xsd::integer;
  return kind == TokenKind::decimal ? rdf::xsd::decimal : rdf::xsd::double_;
}

} // namespace

bool at_iri(const Parser& parser) {
  return parser.in.at(TokenKind::iri) || parser.in.at(TokenKind::name);
}

bool at_number(const Parser& parser) {
  return is_number(parser.in.peek()) || at_signed_number(parser);
}

bool at_var_or_term(const Parser& parser) {
  return parser.in.at(TokenKind::variable) || at_iri(parser) || at_number(parser) ||
         parser.in.at(TokenKind::string) || parser.in.at_keyword("TRUE") ||
         parser.in.at_keyword("FALSE");
}

rdf::Term parse_iri(Parser& parser) {
  if (!at_iri(parser)) parser.in.fail_expected("an IRI");
  return parser.names.iri(parser.in.take());
}

Variable parse_var(Parser& parser) {
  if (!parser.in.at(TokenKind::variable)) parser.in.fail_expected("a variable");
  const auto offset = parser.in.offset();
  return {std::string(parser.in.take().text.substr(1)), offset};
}

Node parse_var_or_iri(Parser& parser) {
  if (parser.in.at(TokenKind::variable)) return parse_var(parser);
  if (!at_iri(parser)) parser.in.fail_expected("a variable or an IRI");
  return parse_iri(parser);
}

rdf::Term parse_rdf_literal(Parser& parser) {
  const std::string value = string_value(parser.in, parser.in.take());
  if (parser.in.at(TokenKind::language))
    return rdf::language_literal(value, rdf::canonical_language(parser.in.take().text.substr(1)));
  if (parser.in.take_symbol("^^")) return rdf::literal(value, parse_iri(parser).value);
  return rdf::literal(value);
}

rdf::Term parse_numeric_literal(Parser& parser) {
  std::string lexical;
  if (parser.in.at(TokenKind::symbol)) lexical = parser.in.take().text;
  const Token& number = parser.in.take();
  return rdf::literal(lexical += number.text, datatype_of(number.kind));
}

std::optional<rdf::Term> parse_constant(Parser& parser) {
  if (at_iri(parser)) return parse_iri(parser);
  if (parser.in.at(TokenKind::string)) return parse_rdf_literal(parser);
  if (at_number(parser)) return parse_numeric_literal(parser);
  if (parser.in.take_keyword("TRUE")) return rdf::literal("true", rdf::xsd::boolean);
  if (parser.in.take_keyword("FALSE")) return rdf::literal("false", rdf::xsd::boolean);
  return std::nullopt;
}

} // namespace tela::sparql::syntax
