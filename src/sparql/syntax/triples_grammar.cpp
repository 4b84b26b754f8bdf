#include "rdf/namespaces.h"
#include "sparql/syntax/grammar.h"

#include <utility>

namespace tela::sparql::syntax {

namespace {

using Predicate = std::variant<Variable, Path>;

Predicate link(std::string_view iri) {
  return Path{Path::Kind::predicate, rdf::iri(iri), {}};
}

/// Reads one subject with all that hangs on it; the triples of brackets and lists come before the
/// triple that holds them.
class TriplesReader {
 public:
  TriplesReader(Parser& parser, Verbs verbs, std::vector<Triple>& triples)
      : parser_(parser), verbs_(verbs), triples_(triples) {}

  void triples_same_subject() { // [75], [81]
    const bool is_node_with_triples = at_brackets_with_content();
    const Node subject = graph_node();
    if (!is_node_with_triples || at_verb()) property_list_not_empty(subject);
  }

 private:
  TokenStream& in() { return parser_.in; }

  /// [98] TriplesNode rather than a term, NIL or ANON: its property list may be empty.
  bool at_brackets_with_content() {
    return (in().at_symbol("(") && !in().at_symbol(")", 1)) ||
           (in().at_symbol("[") && !in().at_symbol("]", 1));
  }

  bool at_verb() { return in().at(TokenKind::variable) || at_path(parser_); }

  Node graph_node() { // [104], [105] GraphNodePath, [109] GraphTerm
    if (in().take_symbol("(")) return collection();
    if (in().take_symbol("[")) return blank_node_property_list();
    if (in().at(TokenKind::blank_label)) {
      const Token& label = in().take();
      return parser_.names.labelled_blank(label);
    }
    if (in().at(TokenKind::variable)) return parse_var(parser_);
    if (auto term = parse_constant(parser_)) return *std::move(term);
    in().fail_expected("a variable or a term");
  }

  Node blank_node_property_list() { // [99], [101], [163] ANON
    const TokenStream::Nesting nesting(in());
    Node node = parser_.names.fresh_blank();
    if (in().take_symbol("]")) return node;
    property_list_not_empty(node);
    in().expect_symbol("]");
    return node;
  }

  Node collection() { // [102], [103], [161] NIL
    const TokenStream::Nesting nesting(in());
    if (in().take_symbol(")")) return rdf::iri(rdf::rdf_nil);
    Node head = parser_.names.fresh_blank();
    Node cell = head;
    while (true) {
      triples_.push_back({cell, link(rdf::rdf_first), graph_node()});
      if (in().take_symbol(")")) break;
      Node next = parser_.names.fresh_blank();
      triples_.push_back({cell, link(rdf::rdf_rest), next});
      cell = std::move(next);
    }
    triples_.push_back({cell, link(rdf::rdf_rest), rdf::iri(rdf::rdf_nil)});
    return head;
  }

  void property_list_not_empty(const Node& subject) { // [77], [83]
    object_list(subject, verb());
    while (in().take_symbol(";"))
      if (at_verb()) object_list(subject, verb());
  }

  Predicate verb() { // [78], [84] VerbPath, [85] VerbSimple
    if (in().at(TokenKind::variable)) return variable_predicate();
    if (!at_path(parser_)) in().fail_expected("a predicate");
    const auto offset = in().offset();
    Path path = parse_path(parser_);
    if (verbs_ == Verbs::plain && path.kind != Path::Kind::predicate)
      in().fail(offset, "a template holds no property paths", "write a plain predicate here");
    return path;
  }

  Predicate variable_predicate() {
    Variable variable = parse_var(parser_);
    const auto path = parser_.paths.find(variable.name);
    if (path != parser_.paths.end()) return path->second;
    return variable;
  }

  void object_list(const Node& subject, const Predicate& predicate) { // [79], [86]
    do {
      Node object = graph_node();
      triples_.push_back({subject, predicate, std::move(object)});
    } while (in().take_symbol(","));
  }

  Parser& parser_;
  Verbs verbs_;
  std::vector<Triple>& triples_;
};

} // namespace

bool at_triples(const Parser& parser) {
  return at_var_or_term(parser) || parser.in.at(TokenKind::blank_label) ||
         parser.in.at_symbol("(") || parser.in.at_symbol("[");
}

void parse_triples_same_subject(Parser& parser, Verbs verbs, std::vector<Triple>& triples) {
  TriplesReader(parser, verbs, triples).triples_same_subject();
}

} // namespace tela::sparql::syntax
