#include "sparql/functions/built_ins.h"
#include "sparql/syntax/grammar.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace tela::sparql::syntax {

namespace {

Expression at_offset(Offset offset, Expression::Kind kind) {
  Expression expression;
  expression.kind = kind;
  expression.offset = offset;
  return expression;
}

Expression call(const Parser& parser, Offset offset, Function function,
                std::vector<Expression> arguments) {
  Expression expression = at_offset(offset, Expression::Kind::call);
  expression.function = function;
  expression.arguments = std::move(arguments);
  for (const auto& argument : expression.arguments)
    expression.depth = std::max(expression.depth, argument.depth + 1);
  check_tree_depth(parser, offset, expression.depth);
  return expression;
}

Expression call(const Parser& parser, Offset offset, Function function, Expression left,
                Expression right) {
  std::vector<Expression> arguments;
  arguments.reserve(2);
  arguments.push_back(std::move(left));
  arguments.push_back(std::move(right));
  return call(parser, offset, function, std::move(arguments));
}

Expression constant(Offset offset, rdf::Term term) {
  Expression expression = at_offset(offset, Expression::Kind::constant);
  expression.constant = std::move(term);
  return expression;
}

struct Operator {
  std::string_view symbol;
  Function function;
};
constexpr std::array comparisons{
    Operator{"=", Function::equal},       Operator{"!=", Function::not_equal},
    Operator{"<=", Function::less_equal}, Operator{">=", Function::greater_equal},
    Operator{"<", Function::less},        Operator{">", Function::greater},
};
constexpr std::array sums{Operator{"+", Function::add}, Operator{"-", Function::subtract}};
constexpr std::array products{Operator{"*", Function::multiply}, Operator{"/", Function::divide}};
constexpr std::array signs{Operator{"!", Function::not_}, Operator{"+", Function::plus},
                           Operator{"-", Function::minus}};

/// The function of the operator at the position, which moves behind it.
template<std::size_t Count>
std::optional<Function> take_operator(Parser& parser,
                                      const std::array<Operator, Count>& operators) {
  for (const auto& entry : operators)
    if (parser.in.take_symbol(entry.symbol)) return entry.function;
  return std::nullopt;
}

std::vector<Expression> parse_expression_list(Parser& parser) { // [72]
  parser.in.expect_symbol("(");
  const TokenStream::Nesting nesting(parser.in);
  std::vector<Expression> list;
  if (parser.in.take_symbol(")")) return list;
  do {
    list.push_back(parse_expression(parser));
  } while (parser.in.take_symbol(","));
  parser.in.expect_symbol(")");
  return list;
}

void check_argument_count(const Parser& parser, Offset offset, const std::string& name,
                          std::size_t count, std::size_t least, std::size_t most) {
  if (count >= least && count <= most) return;
  const std::string wanted =
      least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most);
  parser.in.fail(offset,
                 name + " takes " + wanted + (most == 1 ? " argument" : " arguments") + ", not " +
                     std::to_string(count),
                 "");
}

Expression parse_exists(Parser& parser, Expression::Kind kind, Offset offset) { // [125], [126]
  Expression expression = at_offset(offset, kind);
  const auto outer = parser.names.basic_graph_pattern();
  expression.pattern = std::make_shared<const GroupGraphPattern>(parse_group_graph_pattern(parser));
  parser.names.resume_basic_graph_pattern(outer);
  expression.depth = expression.pattern->depth + 1;
  check_tree_depth(parser, offset, expression.depth);
  return expression;
}

std::string parse_separator(Parser& parser) {
  parser.in.expect_keyword("SEPARATOR");
  parser.in.expect_symbol("=");
  if (!parser.in.at(TokenKind::string)) parser.in.fail_expected("a string");
  return string_value(parser.in, parser.in.take());
}

Expression parse_aggregate(Parser& parser, AggregateKind kind) { // [127]
  Expression expression = at_offset(parser.in.offset(), Expression::Kind::aggregate);
  parser.in.take();
  parser.in.expect_symbol("(");
  const TokenStream::Nesting nesting(parser.in);
  auto aggregate = std::make_shared<Aggregate>();
  aggregate->kind = kind;
  aggregate->distinct = parser.in.take_keyword("DISTINCT");
  if (kind != AggregateKind::count || !parser.in.take_symbol("*"))
    aggregate->argument.push_back(parse_expression(parser));
  if (kind == AggregateKind::group_concat && parser.in.take_symbol(";"))
    aggregate->separator = parse_separator(parser);
  parser.in.expect_symbol(")");
  for (const auto& argument : aggregate->argument) expression.depth = argument.depth + 1;
  expression.aggregate = std::move(aggregate);
  return expression;
}

Expression parse_iri_or_function(Parser& parser) { // [128], [70]
  const Offset offset = parser.in.offset();
  rdf::Term iri = parse_iri(parser);
  if (!parser.in.at_symbol("(")) return constant(offset, std::move(iri));
  if (parser.in.at_keyword("DISTINCT", 1))
    parser.in.fail(parser.in.offset(), "there is no aggregate function of this name",
                   "use COUNT, SUM, MIN, MAX, AVG, SAMPLE or GROUP_CONCAT, or leave out DISTINCT");
  Expression expression =
      call(parser, offset, Function::extension, parse_expression_list(parser)); // [71] ArgList
  if (const auto cast = functions::find_cast(iri.value)) {
    check_argument_count(parser, offset, "a cast", expression.arguments.size(), 1, 1);
    expression.function = *cast;
  } else {
    expression.extension = std::move(iri.value);
  }
  return expression;
}

Expression parse_primary_expression(Parser& parser) { // [119]
  const Offset offset = parser.in.offset();
  if (parser.in.at_symbol("(")) return parse_bracketted_expression(parser);
  if (parser.in.at(TokenKind::variable)) {
    Expression expression = at_offset(offset, Expression::Kind::variable);
    expression.variable = parse_var(parser);
    return expression;
  }
  if (at_iri(parser)) return parse_iri_or_function(parser);
  if (auto term = parse_constant(parser)) return constant(offset, *std::move(term));
  if (parser.in.at(TokenKind::word)) return parse_built_in_call(parser);
  parser.in.fail_expected("an expression");
}

Expression parse_unary_expression(Parser& parser) { // [118]
  const Offset offset = parser.in.offset();
  if (at_number(parser)) return parse_primary_expression(parser);
  const auto sign = take_operator(parser, signs);
  Expression operand = parse_primary_expression(parser);
  if (!sign) return operand;
  std::vector<Expression> arguments;
  arguments.push_back(std::move(operand));
  return call(parser, offset, *sign, std::move(arguments));
}

/// Operands with operators of one precedence between them, from left to right.
template<std::size_t Count, typename Operand>
Expression parse_chain(Parser& parser, const std::array<Operator, Count>& operators,
                       Operand parse_operand) {
  Expression left = parse_operand(parser);
  while (true) {
    const Offset offset = parser.in.offset();
    const auto function = take_operator(parser, operators);
    if (!function) return left;
    left = call(parser, offset, *function, std::move(left), parse_operand(parser));
  }
}

Expression parse_multiplicative_expression(Parser& parser) { // [117]
  return parse_chain(parser, products, parse_unary_expression);
}

Expression parse_additive_expression(Parser& parser) { // [116], [115] NumericExpression
  return parse_chain(parser, sums, parse_multiplicative_expression);
}

Expression parse_in(Parser& parser, Offset offset, Function function, Expression value) {
  std::vector<Expression> arguments;
  arguments.push_back(std::move(value));
  for (auto& candidate : parse_expression_list(parser)) arguments.push_back(std::move(candidate));
  return call(parser, offset, function, std::move(arguments));
}

Expression parse_relational_expression(Parser& parser) { // [114], [113] ValueLogical
  Expression left = parse_additive_expression(parser);
  const Offset offset = parser.in.offset();
  if (const auto comparison = take_operator(parser, comparisons))
    return call(parser, offset, *comparison, std::move(left), parse_additive_expression(parser));
  if (parser.in.take_keyword("IN")) return parse_in(parser, offset, Function::in, std::move(left));
  if (parser.in.at_keyword("NOT") && parser.in.at_keyword("IN", 1)) {
    parser.in.take();
    parser.in.take();
    return parse_in(parser, offset, Function::not_in, std::move(left));
  }
  return left;
}

/// Operands of an associative function as a tree of least depth, so that a thousand alternatives do
/// not nest a thousand deep.
Expression balanced(const Parser& parser, Function function, std::span<Expression> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  const auto half = operands.size() / 2;
  const Offset offset = operands.front().offset;
  return call(parser, offset, function, balanced(parser, function, operands.first(half)),
              balanced(parser, function, operands.subspan(half)));
}

template<typename Operand>
Expression parse_associative(Parser& parser, std::string_view symbol, Function function,
                             Operand parse_operand) {
  std::vector<Expression> operands;
  do {
    operands.push_back(parse_operand(parser));
  } while (parser.in.take_symbol(symbol));
  return balanced(parser, function, operands);
}

Expression parse_conditional_and_expression(Parser& parser) { // [112]
  return parse_associative(parser, "&&", Function::and_, parse_relational_expression);
}

} // namespace

Expression parse_expression(Parser& parser) { // [110], [111] ConditionalOrExpression
  return parse_associative(parser, "||", Function::or_, parse_conditional_and_expression);
}

Expression parse_bracketted_expression(Parser& parser) {
  parser.in.expect_symbol("(");
  const TokenStream::Nesting nesting(parser.in);
  Expression expression = parse_expression(parser);
  parser.in.expect_symbol(")");
  return expression;
}

Expression parse_built_in_call(Parser& parser) {
  const Offset offset = parser.in.offset();
  if (parser.in.take_keyword("EXISTS"))
    return parse_exists(parser, Expression::Kind::exists, offset);
  if (parser.in.at_keyword("NOT") && parser.in.at_keyword("EXISTS", 1)) {
    parser.in.take();
    parser.in.take();
    return parse_exists(parser, Expression::Kind::not_exists, offset);
  }
  const std::string name(parser.in.peek().text);
  if (const auto aggregate = functions::find_aggregate(name))
    return parse_aggregate(parser, *aggregate);
  const functions::BuiltIn* built_in = functions::find_built_in(name);
  if (built_in == nullptr)
    parser.in.fail_expected("an expression", "variables start with ?, texts stand in quotes, and "
                                             "functions that are not built in have an IRI");
  parser.in.take();
  Expression expression = call(parser, offset, built_in->function, parse_expression_list(parser));
  check_argument_count(parser, offset, std::string(built_in->name), expression.arguments.size(),
                       built_in->min_arguments, built_in->max_arguments);
  if (built_in->function == Function::bound &&
      expression.arguments.front().kind != Expression::Kind::variable)
    parser.in.fail(expression.arguments.front().offset, "BOUND takes a variable",
                   "use COALESCE to try an expression");
  return expression;
}

Expression parse_function_call(Parser& parser) {
  const Offset offset = parser.in.offset();
  Expression expression = parse_iri_or_function(parser);
  if (expression.kind != Expression::Kind::call)
    parser.in.fail(offset, "an IRI alone is no condition", "write brackets around the expression");
  return expression;
}

bool at_constraint(const Parser& parser) {
  const auto& in = parser.in;
  if (in.at_symbol("(") || at_iri(parser)) return true;
  if (!in.at(TokenKind::word)) return false;
  const auto word = in.peek().text;
  return in.at_keyword("EXISTS") || in.at_keyword("NOT") || functions::find_aggregate(word) ||
         functions::find_built_in(word) != nullptr;
}

Expression parse_constraint(Parser& parser) {
  if (parser.in.at_symbol("(")) return parse_bracketted_expression(parser);
  if (at_iri(parser)) return parse_function_call(parser);
  if (!at_constraint(parser))
    parser.in.fail_expected("a condition", "write brackets around the expression");
  return parse_built_in_call(parser);
}

} // namespace tela::sparql::syntax
