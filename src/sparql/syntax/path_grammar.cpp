#include "rdf/namespaces.h"
#include "sparql/syntax/grammar.h"

#include <utility>

namespace tela::sparql::syntax {

namespace {

Path parse_path_alternative(Parser& parser);

/// Whether the lone word 'a' stands here; unlike keywords it is lower case only.
bool at_a(const Parser& parser) {
  return parser.in.at(TokenKind::word) && parser.in.peek().text == "a";
}

bool at_link(const Parser& parser) {
  return at_iri(parser) || at_a(parser);
}

Path link(rdf::Term iri) {
  return {Path::Kind::predicate, std::move(iri), {}};
}

Path around(Path::Kind kind, Path inner) {
  Path path{kind, {}, {}};
  path.parts.push_back(std::move(inner));
  return path;
}

Path parse_link(Parser& parser) {
  if (at_a(parser)) {
    parser.in.take();
    return link(rdf::iri(rdf::rdf_type));
  }
  if (!at_iri(parser)) parser.in.fail_expected("a predicate");
  return link(parse_iri(parser));
}

Path parse_path_one_in_property_set(Parser& parser) { // [96]
  if (parser.in.take_symbol("^")) return around(Path::Kind::inverse, parse_link(parser));
  return parse_link(parser);
}

Path parse_path_negated_property_set(Parser& parser) { // [95]
  Path path{Path::Kind::negated, {}, {}};
  if (!parser.in.take_symbol("(")) {
    path.parts.push_back(parse_path_one_in_property_set(parser));
    return path;
  }
  if (parser.in.take_symbol(")")) return path;
  do {
    path.parts.push_back(parse_path_one_in_property_set(parser));
  } while (parser.in.take_symbol("|"));
  parser.in.expect_symbol(")");
  return path;
}

Path parse_path_primary(Parser& parser) { // [94]
  if (parser.in.take_symbol("!")) return parse_path_negated_property_set(parser);
  if (!parser.in.take_symbol("(")) return parse_link(parser);
  const TokenStream::Nesting nesting(parser.in);
  Path path = parse_path_alternative(parser);
  parser.in.expect_symbol(")");
  return path;
}

Path parse_path_elt(Parser& parser) { // [91], [93] PathMod
  Path path = parse_path_primary(parser);
  if (parser.in.take_symbol("*")) return around(Path::Kind::zero_or_more, std::move(path));
  if (parser.in.take_symbol("?")) return around(Path::Kind::zero_or_one, std::move(path));
  // A plus sign right before a number belongs to the number, the object of the triple.
  if (at_number(parser)) return path;
  if (parser.in.take_symbol("+")) return around(Path::Kind::one_or_more, std::move(path));
  return path;
}

Path parse_path_elt_or_inverse(Parser& parser) { // [92]
  if (parser.in.take_symbol("^")) return around(Path::Kind::inverse, parse_path_elt(parser));
  return parse_path_elt(parser);
}

/// One part, or all parts with `separator` between them under a node of that kind.
template<typename Part>
Path parse_separated(Parser& parser, Path::Kind kind, std::string_view separator, Part parse_part) {
  Path first = parse_part(parser);
  if (!parser.in.at_symbol(separator)) return first;
  Path path = around(kind, std::move(first));
  while (parser.in.take_symbol(separator)) path.parts.push_back(parse_part(parser));
  return path;
}

Path parse_path_sequence(Parser& parser) { // [90]
  return parse_separated(parser, Path::Kind::sequence, "/", parse_path_elt_or_inverse);
}

Path parse_path_alternative(Parser& parser) { // [89]
  return parse_separated(parser, Path::Kind::alternative, "|", parse_path_sequence);
}

} // namespace

bool at_path(const Parser& parser) {
  return at_link(parser) || parser.in.at_symbol("^") || parser.in.at_symbol("!") ||
         parser.in.at_symbol("(");
}

Path parse_path(Parser& parser) {
  return parse_path_alternative(parser);
}

} // namespace tela::sparql::syntax
