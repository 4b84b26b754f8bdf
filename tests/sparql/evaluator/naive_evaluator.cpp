#include "sparql/evaluator/naive_evaluator.h"

#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <stdexcept>

namespace tela::tests {

using namespace sparql::algebra;
using rdf::Term;
using Solution = NaiveEvaluator::Solution;
using Solutions = NaiveEvaluator::Solutions;
using Triples = NaiveEvaluator::Triples;

namespace {

bool compatible(const Solution& a, const Solution& b) {
  return std::all_of(a.begin(), a.end(), [&](const auto& entry) {
    const auto other = b.find(entry.first);
    return other == b.end() || other->second == entry.second;
  });
}

bool share(const Solution& a, const Solution& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& entry) { return b.contains(entry.first); });
}

Solution merged(Solution a, const Solution& b) {
  a.insert(b.begin(), b.end());
  return a;
}

Solutions join(const Solutions& left, const Solutions& right) {
  Solutions result;
  for (const Solution& a : left)
    for (const Solution& b : right)
      if (compatible(a, b)) result.push_back(merged(a, b));
  return result;
}

/// A node with the values of `fixed` in the place of variables.
Node fix(const Node& node, const Solution& fixed) {
  if (const auto* variable = std::get_if<Variable>(&node))
    if (const auto found = fixed.find(variable->name); found != fixed.end()) return found->second;
  return node;
}

bool unify(Solution& solution, const Node& node, const Term& term) {
  if (const auto* constant = std::get_if<Term>(&node)) return *constant == term;
  const auto [entry, fresh] = solution.emplace(std::get<Variable>(node).name, term);
  return fresh || entry->second == term;
}

std::set<Term> nodes_of(const Triples& graph) {
  std::set<Term> nodes;
  for (const auto& [s, p, o] : graph) nodes.insert({s, o});
  return nodes;
}

// --- paths: section 18.5 --------------------------------------------------------------------

using Steps = std::vector<std::pair<Term, Term>>; ///< pairs of ends, with duplicates

Steps steps(const Path& path, const Triples& graph, const std::set<Term>& nodes);

/// ALP: what is reached from `start` in any number of steps.
void reach(const Term& start, const Steps& single, std::set<Term>& visited) {
  if (!visited.insert(start).second) return;
  for (const auto& [from, to] : single)
    if (from == start) reach(to, single, visited);
}

Steps closure(const Path& path, const Triples& graph, const std::set<Term>& nodes, bool zero) {
  const Steps single = steps(path, graph, nodes);
  Steps result;
  for (const Term& start : nodes) {
    std::set<Term> visited;
    if (zero)
      reach(start, single, visited);
    else
      for (const auto& [from, to] : single)
        if (from == start) reach(to, single, visited);
    for (const Term& end : visited) result.emplace_back(start, end);
  }
  return result;
}

Steps negated(const Path& path, const Triples& graph) {
  const auto has = [](const std::vector<Term>& list, const Term& term) {
    return std::find(list.begin(), list.end(), term) != list.end();
  };
  const auto along = excluded(path, rdf::Direction::along);
  const auto against = excluded(path, rdf::Direction::against);
  Steps result;
  for (const auto& [s, p, o] : graph) {
    if (along && !has(*along, p)) result.emplace_back(s, o);
    if (against && !has(*against, p)) result.emplace_back(o, s);
  }
  return result;
}

Steps sequence(const Path& path, const Triples& graph, const std::set<Term>& nodes) {
  Steps result = steps(path.parts[0], graph, nodes);
  for (std::size_t i = 1; i < path.parts.size(); ++i) {
    const Steps next = steps(path.parts[i], graph, nodes);
    Steps joined;
    for (const auto& [a, b] : result)
      for (const auto& [c, d] : next)
        if (b == c) joined.emplace_back(a, d);
    result = std::move(joined);
  }
  return result;
}

Steps optional_step(const Path& path, const Triples& graph, const std::set<Term>& nodes) {
  const Steps single = steps(path.parts[0], graph, nodes);
  std::set<std::pair<Term, Term>> pairs(single.begin(), single.end());
  for (const Term& node : nodes) pairs.emplace(node, node);
  return {pairs.begin(), pairs.end()};
}

Steps steps(const Path& path, const Triples& graph, const std::set<Term>& nodes) {
  Steps result;
  switch (path.kind) {
  case Path::Kind::predicate:
    for (const auto& [s, p, o] : graph)
      if (p == path.iri) result.emplace_back(s, o);
    return result;
  case Path::Kind::inverse:
    for (const auto& [a, b] : steps(path.parts[0], graph, nodes)) result.emplace_back(b, a);
    return result;
  case Path::Kind::sequence:
    return sequence(path, graph, nodes);
  case Path::Kind::alternative:
    for (const Path& part : path.parts) {
      const Steps more = steps(part, graph, nodes);
      result.insert(result.end(), more.begin(), more.end());
    }
    return result;
  case Path::Kind::negated:
    return negated(path, graph);
  case Path::Kind::zero_or_one:
    return optional_step(path, graph, nodes);
  case Path::Kind::zero_or_more:
    return closure(path.parts[0], graph, nodes, true);
  case Path::Kind::one_or_more:
    return closure(path.parts[0], graph, nodes, false);
  }
  return result;
}

// --- values ---------------------------------------------------------------------------------

Term number_term(std::int64_t number) {
  return rdf::to_term(rdf::Numeric(rdf::Integer(number)));
}

Term truth_term(bool truth) {
  return rdf::literal(truth ? "true" : "false", rdf::xsd::boolean);
}

std::optional<rdf::Numeric> number(const Term& term) {
  if (term.kind != rdf::TermKind::literal) return std::nullopt;
  return rdf::parse_numeric(term.value, term.datatype);
}

std::optional<bool> equal(const Term& a, const Term& b) {
  const auto x = number(a);
  const auto y = number(b);
  if (x && y) return rdf::compare(*x, *y) == 0;
  const auto is_plain = [](const Term& term) {
    return term.kind == rdf::TermKind::literal && term.language.empty();
  };
  const auto is_unknown = [](const Term& term) { return term.datatype == "http://ex.org/t"; };
  if (is_plain(a) && is_plain(b) && (is_unknown(a) || is_unknown(b)) && a != b) return std::nullopt;
  return a == b; // of the values that random data hold, no other two kinds are comparable
}

/// Order of MIN and MAX for IRIs, strings and integers.
bool before(const Term& a, const Term& b) {
  const auto x = number(a);
  const auto y = number(b);
  if (x && y) return rdf::compare(*x, *y) < 0;
  const auto rank = [](const Term& term, bool is_number) {
    return static_cast<int>(term.kind) * 2 +
           (term.kind == rdf::TermKind::literal && !is_number ? 1 : 0);
  };
  return std::tuple(rank(a, x.has_value()), a) < std::tuple(rank(b, y.has_value()), b);
}

} // namespace

NaiveEvaluator::NaiveEvaluator(const std::vector<rdf::Quad>& quads) {
  for (const rdf::Quad& quad : quads)
    (quad.graph ? named_[*quad.graph] : default_graph_)
        .emplace(quad.subject, quad.predicate, quad.object);
}

Solutions NaiveEvaluator::select(const Query& query) const {
  return eval(*query.pattern, {&default_graph_, {}});
}

Solutions NaiveEvaluator::eval(const Operator& tree, const Place& place) const {
  return std::visit([&](const auto& node) { return eval_node(node, place); }, tree.node);
}

Solutions NaiveEvaluator::match(const TriplePattern& pattern, const Place& place) const {
  Solutions result;
  for (const auto& [s, p, o] : *place.graph) {
    Solution solution;
    if (unify(solution, fix(pattern.subject, place.fixed), s) &&
        unify(solution, fix(pattern.predicate, place.fixed), p) &&
        unify(solution, fix(pattern.object, place.fixed), o))
      result.push_back(std::move(solution));
  }
  return result;
}

Solutions NaiveEvaluator::match(const PathPattern& pattern, const Place& place) const {
  const Node subject = fix(pattern.subject, place.fixed);
  const Node object = fix(pattern.object, place.fixed);
  std::set<Term> nodes = nodes_of(*place.graph);
  for (const Node* node : {&subject, &object}) // a term matches itself in zero steps
    if (const auto* term = std::get_if<Term>(node)) nodes.insert(*term);
  Solutions result;
  for (const auto& [from, to] : steps(pattern.path, *place.graph, nodes)) {
    // Between two variables only nodes of the graph count.
    Solution solution;
    if (unify(solution, subject, from) && unify(solution, object, to))
      result.push_back(std::move(solution));
  }
  return result;
}

Solutions NaiveEvaluator::eval_node(const BasicGraphPattern& node, const Place& place) const {
  Solutions result{{}};
  for (const TriplePattern& triple : node.triples) result = join(result, match(triple, place));
  for (const PathPattern& path : node.paths) result = join(result, match(path, place));
  return result;
}

Solutions NaiveEvaluator::eval_node(const Join& node, const Place& place) const {
  return join(eval(*node.left, place), eval(*node.right, place));
}

Solutions NaiveEvaluator::eval_node(const LeftJoin& node, const Place& place) const {
  Solutions result;
  const Solutions right = eval(*node.right, place);
  for (const Solution& a : eval(*node.left, place)) {
    bool matched = false;
    for (const Solution& b : right) {
      if (!compatible(a, b)) continue;
      Solution both = merged(a, b);
      const bool holds =
          std::all_of(node.conditions.begin(), node.conditions.end(),
                      [&](const Expression& c) { return truth(c, both, place).value_or(false); });
      if (!holds) continue;
      matched = true;
      result.push_back(std::move(both));
    }
    if (!matched) result.push_back(a);
  }
  return result;
}

Solutions NaiveEvaluator::eval_node(const Union& node, const Place& place) const {
  Solutions result = eval(*node.left, place);
  for (Solution& solution : eval(*node.right, place)) result.push_back(std::move(solution));
  return result;
}

Solutions NaiveEvaluator::eval_node(const Minus& node, const Place& place) const {
  Solutions result;
  const Solutions right = eval(*node.right, place);
  for (const Solution& a : eval(*node.left, place))
    if (std::none_of(right.begin(), right.end(),
                     [&](const Solution& b) { return compatible(a, b) && share(a, b); }))
      result.push_back(a);
  return result;
}

Solutions NaiveEvaluator::eval_node(const Filter& node, const Place& place) const {
  Solutions result;
  for (const Solution& solution : eval(*node.input, place))
    if (std::all_of(node.conditions.begin(), node.conditions.end(),
                    [&](const Expression& c) { return truth(c, solution, place).value_or(false); }))
      result.push_back(solution);
  return result;
}

Solutions NaiveEvaluator::eval_node(const Extend& node, const Place& place) const {
  Solutions result = eval(*node.input, place);
  for (Solution& solution : result)
    if (auto term = value(node.expression, solution, place))
      solution.emplace(node.variable.name, std::move(*term));
  return result;
}

Solutions NaiveEvaluator::eval_node(const Graph& node, const Place& place) const {
  const Node name = fix(node.name, place.fixed);
  Solutions result;
  for (const auto& [graph, triples] : named_) {
    Solution named;
    if (!unify(named, name, graph)) continue;
    for (Solution& solution : join(eval(*node.input, {&triples, place.fixed}), {named}))
      result.push_back(std::move(solution));
  }
  return result;
}

Solutions NaiveEvaluator::eval_node(const Service&, const Place&) const {
  throw std::logic_error("no SERVICE here");
}

Solutions NaiveEvaluator::eval_node(const Values& node, const Place&) const {
  Solutions result;
  for (const auto& row : node.rows) {
    Solution solution;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i]) solution.emplace(node.variables[i].name, *row[i]);
    result.push_back(std::move(solution));
  }
  return result;
}

Solutions NaiveEvaluator::eval_node(const Group& node, const Place& place) const {
  std::map<std::vector<Value>, Solutions> groups;
  if (node.keys.empty()) groups[{}];
  for (const Solution& solution : eval(*node.input, place)) {
    std::vector<Value> key;
    for (const auto& part : node.keys) {
      Expression variable;
      variable.kind = Expression::Kind::variable;
      variable.variable = part.variable;
      key.push_back(value(part.expression.value_or(variable), solution, place));
    }
    groups[key].push_back(solution);
  }
  Solutions result;
  for (const auto& [key, members] : groups) {
    Solution solution;
    for (std::size_t i = 0; i < key.size(); ++i)
      if (key[i]) solution.emplace(node.keys[i].variable.name, *key[i]);
    for (const auto& output : node.aggregates)
      if (auto term = aggregate(output.aggregate, members, place))
        solution.emplace(output.variable.name, std::move(*term));
    result.push_back(std::move(solution));
  }
  return result;
}

Solutions NaiveEvaluator::eval_node(const OrderBy& node, const Place& place) const {
  return eval(*node.input, place);
}

Solutions NaiveEvaluator::eval_node(const Project& node, const Place& place) const {
  Place inside{place.graph, {}};
  for (const Variable& variable : node.variables)
    if (const auto fixed = place.fixed.find(variable.name); fixed != place.fixed.end())
      inside.fixed.insert(*fixed);
  Solutions result = eval(*node.input, inside);
  for (Solution& solution : result)
    std::erase_if(solution, [&](const auto& entry) {
      return std::find(node.variables.begin(), node.variables.end(), Variable{entry.first}) ==
             node.variables.end();
    });
  return result;
}

Solutions NaiveEvaluator::eval_node(const Distinct& node, const Place& place) const {
  const Solutions all = eval(*node.input, place);
  const std::set<Solution> once(all.begin(), all.end());
  return {once.begin(), once.end()};
}

Solutions NaiveEvaluator::eval_node(const Reduced& node, const Place& place) const {
  return eval(*node.input, place);
}

Solutions NaiveEvaluator::eval_node(const Slice& node, const Place& place) const {
  return eval(*node.input, place);
}

// --- expressions ----------------------------------------------------------------------------

NaiveEvaluator::Value NaiveEvaluator::aggregate(const Aggregate& aggregate, const Solutions& group,
                                                const Place& place) const {
  if (aggregate.argument.empty()) {
    if (!aggregate.distinct) return number_term(static_cast<std::int64_t>(group.size()));
    std::set<Solution> once;
    for (Solution solution : group) {
      std::erase_if(solution,
                    [](const auto& entry) { return Variable{entry.first}.is_generated(); });
      once.insert(std::move(solution));
    }
    return number_term(static_cast<std::int64_t>(once.size()));
  }
  std::vector<Term> values;
  bool failed = false;
  for (const Solution& solution : group) {
    auto term = value(aggregate.argument[0], solution, place);
    failed = failed || !term;
    if (term &&
        (!aggregate.distinct || std::find(values.begin(), values.end(), *term) == values.end()))
      values.push_back(std::move(*term));
  }
  if (aggregate.kind == Aggregate::Kind::count)
    return number_term(static_cast<std::int64_t>(values.size()));
  if (failed) return std::nullopt;
  if (aggregate.kind == Aggregate::Kind::min || aggregate.kind == Aggregate::Kind::max) {
    if (values.empty()) return std::nullopt;
    const auto [least, most] = std::minmax_element(values.begin(), values.end(), before);
    return aggregate.kind == Aggregate::Kind::min ? *least : *most;
  }
  if (aggregate.kind != Aggregate::Kind::sum) throw std::logic_error("unknown aggregate");
  rdf::Numeric sum = rdf::Integer(0);
  for (const Term& term : values) {
    const auto addend = number(term);
    if (!addend) return std::nullopt;
    sum = *rdf::add(sum, *addend);
  }
  return rdf::to_term(sum);
}

NaiveEvaluator::Value NaiveEvaluator::value(const Expression& expression, const Solution& solution,
                                            const Place& place) const {
  switch (expression.kind) {
  case Expression::Kind::constant:
    return expression.constant;
  case Expression::Kind::variable: {
    if (const auto fixed = place.fixed.find(expression.variable.name); fixed != place.fixed.end())
      return fixed->second;
    const auto found = solution.find(expression.variable.name);
    return found == solution.end() ? Value() : Value(found->second);
  }
  case Expression::Kind::exists:
  case Expression::Kind::not_exists: {
    Solution fixed = place.fixed;
    for (const auto& [name, term] : solution) fixed.insert_or_assign(name, term);
    const Solutions found = eval(*expression.pattern, {place.graph, fixed});
    const bool exists = std::any_of(found.begin(), found.end(),
                                    [&](const Solution& s) { return compatible(s, fixed); });
    return truth_term(exists == (expression.kind == Expression::Kind::exists));
  }
  case Expression::Kind::call:
    break;
  }
  return call(expression, solution, place);
}

std::optional<bool> NaiveEvaluator::truth(const Expression& expression, const Solution& solution,
                                          const Place& place) const {
  const Value term = value(expression, solution, place);
  if (!term || term->kind != rdf::TermKind::literal) return std::nullopt;
  if (term->datatype == rdf::xsd::boolean) return term->value == "true";
  if (const auto n = number(*term)) return rdf::is_true(*n);
  return !term->value.empty();
}

NaiveEvaluator::Value NaiveEvaluator::call(const Expression& expression, const Solution& solution,
                                           const Place& place) const {
  const auto& arguments = expression.arguments;
  const auto argument_truth = [&](std::size_t i) { return truth(arguments[i], solution, place); };
  const auto argument = [&](std::size_t i) { return value(arguments[i], solution, place); };
  switch (expression.function) {
  case Function::bound:
    return truth_term(argument(0).has_value());
  case Function::not_: {
    const auto part = argument_truth(0);
    return part ? Value(truth_term(!*part)) : std::nullopt;
  }
  case Function::or_:
  case Function::and_: {
    const bool decisive = expression.function == Function::or_;
    const auto a = argument_truth(0);
    const auto b = argument_truth(1);
    if (a == decisive || b == decisive) return truth_term(decisive);
    return a && b ? Value(truth_term(!decisive)) : std::nullopt;
  }
  case Function::if_: {
    const auto condition = argument_truth(0);
    return condition ? argument(*condition ? 1 : 2) : std::nullopt;
  }
  case Function::coalesce:
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (auto term = argument(i)) return term;
    return std::nullopt;
  case Function::in:
  case Function::not_in: {
    bool error = false;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      const Value one = argument(0);
      const Value other = argument(i);
      const auto same = one && other ? equal(*one, *other) : std::nullopt;
      if (same == true) return truth_term(expression.function == Function::in);
      error = error || !same;
    }
    return error ? Value() : Value(truth_term(expression.function == Function::not_in));
  }
  default:
    break;
  }
  const Value a = argument(0);
  const Value b = arguments.size() > 1 ? argument(1) : a;
  if (!a || !b) return std::nullopt;
  const auto x = number(*a);
  const auto y = number(*b);
  switch (expression.function) {
  case Function::same_term:
    return truth_term(*a == *b);
  case Function::equal:
  case Function::not_equal: {
    const auto same = equal(*a, *b);
    if (!same) return std::nullopt;
    return truth_term(*same == (expression.function == Function::equal));
  }
  case Function::lang:
    if (a->kind != rdf::TermKind::literal) return std::nullopt;
    return rdf::literal(a->language);
  case Function::is_iri:
    return truth_term(a->kind == rdf::TermKind::iri);
  case Function::str:
    return a->kind == rdf::TermKind::blank ? Value() : Value(rdf::literal(a->value));
  case Function::less:
  case Function::greater: {
    const bool strings = a->datatype == rdf::xsd::string && b->datatype == rdf::xsd::string;
    if (!strings && (!x || !y)) return std::nullopt;
    const bool less = strings ? a->value < b->value : rdf::compare(*x, *y) < 0;
    const bool greater = strings ? b->value < a->value : rdf::compare(*x, *y) > 0;
    return truth_term(expression.function == Function::less ? less : greater);
  }
  case Function::add: {
    const auto sum = x && y ? rdf::add(*x, *y) : std::nullopt;
    return sum ? Value(rdf::to_term(*sum)) : std::nullopt;
  }
  default:
    throw std::logic_error("unknown function");
  }
}

} // namespace tela::tests
