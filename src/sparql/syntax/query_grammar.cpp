#include "sparql/syntax/grammar.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tela::sparql::syntax {

namespace {

void parse_prologue(Parser& parser) { // [4], [5] BaseDecl, [6] PrefixDecl
  while (true) {
    if (parser.in.take_keyword("BASE")) {
      if (!parser.in.at(TokenKind::iri)) parser.in.fail_expected("an IRI in < and >");
      parser.names.set_base(parser.in.take());
    } else if (parser.in.take_keyword("PREFIX")) {
      if (!parser.in.at(TokenKind::name)) parser.in.fail_expected("a prefix with its colon");
      const Token& name = parser.in.take();
      if (!parser.in.at(TokenKind::iri)) parser.in.fail_expected("an IRI in < and >");
      parser.names.add_prefix(name, parser.in.take());
    } else {
      return;
    }
  }
}

SelectClause::Item parse_select_item(Parser& parser) {
  if (!parser.in.take_symbol("(")) return {parse_var(parser), std::nullopt};
  const TokenStream::Nesting nesting(parser.in);
  Expression expression = parse_expression(parser);
  parser.in.expect_keyword("AS");
  Variable variable = parse_var(parser);
  parser.in.expect_symbol(")");
  return {std::move(variable), std::move(expression)};
}

SelectClause parse_select_clause(Parser& parser) { // [9]
  SelectClause clause;
  clause.offset = parser.in.offset();
  parser.in.expect_keyword("SELECT");
  if (parser.in.take_keyword("DISTINCT"))
    clause.duplicates = SelectClause::Duplicates::distinct;
  else if (parser.in.take_keyword("REDUCED"))
    clause.duplicates = SelectClause::Duplicates::reduced;
  clause.all = parser.in.take_symbol("*");
  if (clause.all) return clause;
  do {
    clause.items.push_back(parse_select_item(parser));
  } while (parser.in.at(TokenKind::variable) || parser.in.at_symbol("("));
  return clause;
}

void parse_dataset_clauses(Parser& parser, Query& query) { // [13] to [16]
  while (parser.in.take_keyword("FROM")) {
    auto& graphs = parser.in.take_keyword("NAMED") ? query.from_named : query.from;
    graphs.push_back(parse_iri(parser));
  }
}

GroupGraphPattern parse_where_clause(Parser& parser) { // [17]
  if (!parser.in.take_keyword("WHERE") && !parser.in.at_symbol("{"))
    parser.in.fail_expected("WHERE or '{'");
  return parse_group_graph_pattern(parser);
}

SolutionModifier::GroupCondition parse_group_condition(Parser& parser) { // [20]
  if (parser.in.at(TokenKind::variable)) {
    Expression key;
    key.kind = Expression::Kind::variable;
    key.offset = parser.in.offset();
    key.variable = parse_var(parser);
    return {std::move(key), std::nullopt};
  }
  if (!parser.in.take_symbol("(")) return {parse_constraint(parser), std::nullopt};
  const TokenStream::Nesting nesting(parser.in);
  SolutionModifier::GroupCondition condition{parse_expression(parser), std::nullopt};
  if (parser.in.take_keyword("AS")) condition.variable = parse_var(parser);
  parser.in.expect_symbol(")");
  return condition;
}

SolutionModifier::OrderCondition parse_order_condition(Parser& parser) { // [24]
  const bool descending = parser.in.at_keyword("DESC");
  if (descending || parser.in.at_keyword("ASC")) {
    parser.in.take();
    return {parse_bracketted_expression(parser), descending};
  }
  if (!parser.in.at(TokenKind::variable)) return {parse_constraint(parser), false};
  Expression key;
  key.kind = Expression::Kind::variable;
  key.offset = parser.in.offset();
  key.variable = parse_var(parser);
  return {std::move(key), false};
}

bool at_order_condition(const Parser& parser) {
  return parser.in.at(TokenKind::variable) || parser.in.at_keyword("ASC") ||
         parser.in.at_keyword("DESC") || at_constraint(parser);
}

std::uint64_t parse_count(Parser& parser) {
  if (!parser.in.at(TokenKind::integer)) parser.in.fail_expected("a number");
  const Token& token = parser.in.take();
  std::uint64_t value = 0;
  const auto* end = token.text.data() + token.text.size();
  if (std::from_chars(token.text.data(), end, value).ec != std::errc())
    parser.in.fail(parser.in.offset_of(token), "this number of rows is too large",
                   "leave the clause out");
  return value;
}

void parse_limit_offset_clauses(Parser& parser, SolutionModifier& modifier) { // [25] to [27]
  bool has_offset = false;
  while (true) {
    if (!modifier.limit && parser.in.take_keyword("LIMIT")) {
      modifier.limit = parse_count(parser);
    } else if (!has_offset && parser.in.take_keyword("OFFSET")) {
      modifier.offset = parse_count(parser);
      has_offset = true;
    } else {
      return;
    }
  }
}

SolutionModifier parse_solution_modifier(Parser& parser) { // [18]
  SolutionModifier modifier;
  if (parser.in.take_keyword("GROUP")) { // [19]
    parser.in.expect_keyword("BY");
    do {
      modifier.group_by.push_back(parse_group_condition(parser));
    } while (parser.in.at(TokenKind::variable) || at_constraint(parser));
  }
  if (parser.in.take_keyword("HAVING")) { // [21]
    do {
      modifier.having.push_back(parse_constraint(parser));
    } while (at_constraint(parser));
  }
  if (parser.in.take_keyword("ORDER")) { // [23]
    parser.in.expect_keyword("BY");
    do {
      modifier.order_by.push_back(parse_order_condition(parser));
    } while (at_order_condition(parser));
  }
  parse_limit_offset_clauses(parser, modifier);
  return modifier;
}

std::optional<InlineData> parse_values_clause(Parser& parser) { // [28]
  if (!parser.in.take_keyword("VALUES")) return std::nullopt;
  return parse_data_block(parser);
}

void parse_triples_template(Parser& parser, std::vector<Triple>& triples) { // [52], [74]
  while (!parser.in.at_symbol("}")) {
    parse_triples_same_subject(parser, Verbs::plain, triples);
    if (!parser.in.take_symbol(".") && !parser.in.at_symbol("}"))
      parser.in.fail_expected("'.' or '}'");
  }
}

std::vector<Triple> parse_construct_template(Parser& parser) { // [73]
  std::vector<Triple> triples;
  parser.in.expect_symbol("{");
  parser.names.end_basic_graph_pattern();
  parse_triples_template(parser, triples);
  parser.in.expect_symbol("}");
  parser.names.end_template();
  return triples;
}

void parse_select_query(Parser& parser, Query& query) { // [7]
  query.form = Query::Form::select;
  query.body.select = parse_select_clause(parser);
  parse_dataset_clauses(parser, query);
  query.body.where = parse_where_clause(parser);
}

void parse_construct_query(Parser& parser, Query& query) { // [10]
  query.form = Query::Form::construct;
  parser.in.expect_keyword("CONSTRUCT");
  if (parser.in.at_symbol("{")) {
    query.construct = parse_construct_template(parser);
    parse_dataset_clauses(parser, query);
    query.body.where = parse_where_clause(parser);
    return;
  }
  parse_dataset_clauses(parser, query);
  parser.in.expect_keyword("WHERE");
  query.body.where.offset = parser.in.offset();
  query.construct = parse_construct_template(parser);
  query.body.where.elements.emplace_back(TriplesBlock{query.construct});
}

void parse_describe_query(Parser& parser, Query& query) { // [11]
  query.form = Query::Form::describe;
  parser.in.expect_keyword("DESCRIBE");
  query.describe_all = parser.in.take_symbol("*");
  if (!query.describe_all) {
    do {
      query.describe.push_back(parse_var_or_iri(parser));
    } while (parser.in.at(TokenKind::variable) || at_iri(parser));
  }
  parse_dataset_clauses(parser, query);
  if (parser.in.at_keyword("WHERE") || parser.in.at_symbol("{"))
    query.body.where = parse_where_clause(parser);
}

void parse_ask_query(Parser& parser, Query& query) { // [12]
  query.form = Query::Form::ask;
  parser.in.expect_keyword("ASK");
  parse_dataset_clauses(parser, query);
  query.body.where = parse_where_clause(parser);
}

void parse_query_form(Parser& parser, Query& query) {
  if (parser.in.at_keyword("SELECT")) return parse_select_query(parser, query);
  if (parser.in.at_keyword("CONSTRUCT")) return parse_construct_query(parser, query);
  if (parser.in.at_keyword("DESCRIBE")) return parse_describe_query(parser, query);
  if (parser.in.at_keyword("ASK")) return parse_ask_query(parser, query);
  for (const auto* keyword :
       {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}) {
    if (parser.in.at_keyword(keyword))
      parser.in.fail(parser.in.offset(), "this is SPARQL Update, which changes data",
                     "ask with SELECT, ASK, CONSTRUCT or DESCRIBE; data is changed by building a "
                     "new store");
  }
  parser.in.fail_expected("SELECT, ASK, CONSTRUCT or DESCRIBE");
}

} // namespace

std::size_t tree_depth(const SubSelect& select) {
  constexpr std::size_t fixed = 8; // group, having, values, order, project, distinct, slice
  const auto& modifier = select.modifier;
  std::size_t deepest = select.where.depth;
  std::size_t assignments = 0;
  for (const auto& item : select.select.items) {
    if (!item.expression) continue;
    ++assignments;
    deepest = std::max(deepest, item.expression->depth);
  }
  for (const auto& condition : modifier.group_by)
    deepest = std::max(deepest, condition.expression.depth);
  for (const auto& condition : modifier.having) deepest = std::max(deepest, condition.depth);
  for (const auto& condition : modifier.order_by)
    deepest = std::max(deepest, condition.expression.depth);
  return deepest + assignments + fixed;
}

SubSelect parse_sub_select(Parser& parser) {
  SubSelect select;
  select.select = parse_select_clause(parser);
  select.where = parse_where_clause(parser);
  select.modifier = parse_solution_modifier(parser);
  select.values = parse_values_clause(parser);
  return select;
}

Query parse_query(Parser& parser) { // [2], [1] QueryUnit
  Query query;
  parse_prologue(parser);
  parse_query_form(parser, query);
  query.body.modifier = parse_solution_modifier(parser);
  query.body.values = parse_values_clause(parser);
  if (!parser.in.at(TokenKind::end)) parser.in.fail_expected("the end of the query");
  check_tree_depth(parser, query.body.where.offset, tree_depth(query.body));
  query.prefixes = parser.names.declared_prefixes();
  query.base = parser.names.base();
  return query;
}

} // namespace tela::sparql::syntax
