#pragma once

#include "sparql/syntax/ast.h"
#include "sparql/syntax/names.h"
#include "sparql/syntax/parser.h"
#include "sparql/syntax/token_stream.h"

/// The productions of section 19.8, one function each, grouped into files by what they describe.
/// All read from the parser's position and stop behind what they have read; all throw Error(input).
namespace tela::sparql::syntax {

/// What the productions share.
struct Parser {
  TokenStream& in;
  Names& names;
  const PathVariables& paths;
};

/// Refuses a tree deeper than max_tree_depth that begins at `offset`.
void check_tree_depth(const Parser& parser, Offset offset, std::size_t depth);

// terms.cpp
[[nodiscard]] bool at_var_or_term(const Parser& parser); ///< [106], without blank nodes
[[nodiscard]] bool at_iri(const Parser& parser);
[[nodiscard]] bool at_number(const Parser& parser);
[[nodiscard]] rdf::Term parse_iri(Parser& parser);             ///< [136] iri
[[nodiscard]] Variable parse_var(Parser& parser);              ///< [108] Var
[[nodiscard]] Node parse_var_or_iri(Parser& parser);           ///< [107] VarOrIri
[[nodiscard]] rdf::Term parse_rdf_literal(Parser& parser);     ///< [129] RDFLiteral
[[nodiscard]] rdf::Term parse_numeric_literal(Parser& parser); ///< [130], sign included
/// [65] DataBlockValue without UNDEF; nothing when none is there.
[[nodiscard]] std::optional<rdf::Term> parse_constant(Parser& parser);

// expression_grammar.cpp
[[nodiscard]] Expression parse_expression(Parser& parser); ///< [110] Expression
[[nodiscard]] bool at_constraint(const Parser& parser);
[[nodiscard]] Expression parse_constraint(Parser& parser);            ///< [69] Constraint
[[nodiscard]] Expression parse_bracketted_expression(Parser& parser); ///< [120]
[[nodiscard]] Expression parse_built_in_call(Parser& parser);         ///< [121] BuiltInCall
[[nodiscard]] Expression parse_function_call(Parser& parser);         ///< [70] FunctionCall

// path_grammar.cpp
[[nodiscard]] bool at_path(const Parser& parser);
[[nodiscard]] Path parse_path(Parser& parser); ///< [88] Path

// triples_grammar.cpp
[[nodiscard]] bool at_triples(const Parser& parser);
/// [75] TriplesSameSubject, [81] TriplesSameSubjectPath: appends to `triples`.
enum class Verbs : std::uint8_t { plain, paths };
void parse_triples_same_subject(Parser& parser, Verbs verbs, std::vector<Triple>& triples);

// pattern_grammar.cpp
[[nodiscard]] GroupGraphPattern parse_group_graph_pattern(Parser& parser); ///< [53]
[[nodiscard]] InlineData parse_data_block(Parser& parser);                 ///< [62] DataBlock

// query_grammar.cpp
[[nodiscard]] SubSelect parse_sub_select(Parser& parser); ///< [8] SubSelect
/// Depth of the tree of operators that a query body becomes.
[[nodiscard]] std::size_t tree_depth(const SubSelect& select);
[[nodiscard]] Query parse_query(Parser& parser); ///< [2] Query

} // namespace tela::sparql::syntax
