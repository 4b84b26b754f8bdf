#include "sparql/syntax/grammar.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace tela::sparql::syntax {

namespace {

std::unique_ptr<GroupGraphPattern> parse_boxed_group(Parser& parser) {
  return std::make_unique<GroupGraphPattern>(parse_group_graph_pattern(parser));
}

/// [55] TriplesBlock. Triples behind a FILTER join the block in front of it.
void parse_triples_block(Parser& parser, std::vector<PatternElement>& elements,
                         std::size_t& open_block) {
  if (open_block == elements.size()) elements.emplace_back(TriplesBlock{});
  auto& block = std::get<TriplesBlock>(elements[open_block]);
  do {
    parse_triples_same_subject(parser, Verbs::paths, block.triples);
  } while (parser.in.take_symbol(".") && at_triples(parser));
}

Alternatives parse_group_or_union(Parser& parser) { // [67]
  Alternatives alternatives;
  do {
    alternatives.groups.push_back(parse_group_graph_pattern(parser));
  } while (parser.in.take_keyword("UNION"));
  return alternatives;
}

GraphPattern parse_graph(Parser& parser) { // [58]
  Node name = parse_var_or_iri(parser);
  return {std::move(name), parse_boxed_group(parser)};
}

Service parse_service(Parser& parser) { // [59]
  Service service;
  service.silent = parser.in.take_keyword("SILENT");
  service.endpoint = parse_var_or_iri(parser);
  const auto begin = parser.in.offset();
  service.group = parse_boxed_group(parser);
  service.text = parser.names.text_with_absolute_iris(begin, parser.in.end_of_last());
  return service;
}

Bind parse_bind(Parser& parser) { // [60]
  parser.in.expect_symbol("(");
  Expression expression = parse_expression(parser);
  parser.in.expect_keyword("AS");
  Variable variable = parse_var(parser);
  parser.in.expect_symbol(")");
  return {std::move(expression), std::move(variable)};
}

/// [56] GraphPatternNotTriples but FILTER; nothing when none starts here.
std::optional<PatternElement> parse_other_pattern(Parser& parser) {
  if (parser.in.at_symbol("{")) return parse_group_or_union(parser);
  if (parser.in.take_keyword("OPTIONAL")) return Optional{parse_boxed_group(parser)};
  if (parser.in.take_keyword("MINUS")) return Minus{parse_boxed_group(parser)};
  if (parser.in.take_keyword("GRAPH")) return parse_graph(parser);
  if (parser.in.take_keyword("SERVICE")) return parse_service(parser);
  if (parser.in.take_keyword("BIND")) return parse_bind(parser);
  if (parser.in.take_keyword("VALUES")) return parse_data_block(parser);
  return std::nullopt;
}

bool ends_basic_graph_pattern(const Parser& parser) {
  for (const auto* keyword : {"OPTIONAL", "MINUS", "GRAPH", "SERVICE", "BIND", "VALUES"})
    if (parser.in.at_keyword(keyword)) return true;
  return parser.in.at_symbol("{");
}

/// Depth of the tree that an element becomes by itself.
struct TreeDepth {
  std::size_t operator()(const TriplesBlock&) const { return 0; }
  std::size_t operator()(const Optional& optional) const { return optional.group->depth; }
  std::size_t operator()(const Minus& minus) const { return minus.group->depth; }
  std::size_t operator()(const Alternatives& alternatives) const {
    std::size_t deepest = 0;
    for (const auto& group : alternatives.groups) deepest = std::max(deepest, group.depth);
    return deepest + std::bit_width(alternatives.groups.size());
  }
  std::size_t operator()(const GraphPattern& graph) const { return graph.group->depth + 1; }
  std::size_t operator()(const Service& service) const { return service.group->depth + 1; }
  std::size_t operator()(const Filter& filter) const { return filter.condition.depth; }
  std::size_t operator()(const Bind& bind) const { return bind.expression.depth; }
  std::size_t operator()(const InlineData&) const { return 0; }
  std::size_t operator()(const std::unique_ptr<SubSelect>& select) const {
    return tree_depth(*select);
  }
};

std::size_t tree_depth(const std::vector<PatternElement>& elements) {
  std::size_t deepest = 0;
  for (const auto& element : elements)
    deepest = std::max(deepest, std::visit(TreeDepth{}, element));
  return deepest + elements.size();
}

/// [54] GroupGraphPatternSub
void parse_elements(Parser& parser, std::vector<PatternElement>& elements) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t open_block = none; // the block that further triples belong to
  bool after_triples = false;    // two runs of triples need a dot between them
  while (!parser.in.at_symbol("}")) {
    if (at_triples(parser) && !after_triples) {
      if (open_block == none) open_block = elements.size();
      parse_triples_block(parser, elements, open_block);
      after_triples = true;
      continue;
    }
    after_triples = false;
    if (parser.in.take_keyword("FILTER")) {
      elements.emplace_back(Filter{parse_constraint(parser)});
    } else {
      if (ends_basic_graph_pattern(parser)) {
        parser.names.end_basic_graph_pattern();
        open_block = none;
      }
      auto element = parse_other_pattern(parser);
      if (!element)
        parser.in.fail_expected("a pattern or '}'",
                                at_triples(parser) ? "triples have a '.' between them" : "");
      elements.push_back(*std::move(element));
    }
    parser.in.take_symbol(".");
  }
  parser.names.end_basic_graph_pattern();
}

/// [65] DataBlockValue
std::optional<rdf::Term> parse_data_block_value(Parser& parser) {
  if (parser.in.take_keyword("UNDEF")) return std::nullopt;
  if (auto term = parse_constant(parser)) return term;
  parser.in.fail_expected("an IRI, a literal or UNDEF");
}

void parse_inline_data_one_var(Parser& parser, InlineData& data) { // [63]
  data.variables.push_back(parse_var(parser));
  parser.in.expect_symbol("{");
  while (!parser.in.take_symbol("}")) data.rows.push_back({parse_data_block_value(parser)});
}

void parse_inline_data_full(Parser& parser, InlineData& data) { // [64]
  parser.in.expect_symbol("(");
  while (!parser.in.take_symbol(")")) data.variables.push_back(parse_var(parser));
  parser.in.expect_symbol("{");
  while (!parser.in.take_symbol("}")) {
    const auto offset = parser.in.offset();
    parser.in.expect_symbol("(");
    auto& row = data.rows.emplace_back();
    while (!parser.in.take_symbol(")")) row.push_back(parse_data_block_value(parser));
    if (row.size() != data.variables.size())
      parser.in.fail(offset,
                     "this row has " + std::to_string(row.size()) + " values for " +
                         std::to_string(data.variables.size()) + " variables",
                     "write UNDEF where there is no value");
  }
}

} // namespace

GroupGraphPattern parse_group_graph_pattern(Parser& parser) {
  GroupGraphPattern group;
  group.offset = parser.in.offset();
  parser.in.expect_symbol("{");
  const TokenStream::Nesting nesting(parser.in);
  parser.names.end_basic_graph_pattern();
  if (parser.in.at_keyword("SELECT"))
    group.elements.emplace_back(std::make_unique<SubSelect>(parse_sub_select(parser)));
  else
    parse_elements(parser, group.elements);
  parser.in.expect_symbol("}");
  group.depth = tree_depth(group.elements) + 1;
  check_tree_depth(parser, group.offset, group.depth);
  return group;
}

InlineData parse_data_block(Parser& parser) {
  InlineData data;
  if (parser.in.at_symbol("("))
    parse_inline_data_full(parser, data);
  else
    parse_inline_data_one_var(parser, data);
  return data;
}

} // namespace tela::sparql::syntax
