#include "sparql/algebra/substitute.h"

#include "base/error.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace tela::sparql::algebra {

namespace {

template<class T>
constexpr bool is_two_sided =
    std::is_same_v<T, Join> || std::is_same_v<T, Union> || std::is_same_v<T, Minus>;

class Substituter {
 public:
  explicit Substituter(const Substitution& terms) : terms_(terms) {}

  void apply(Node& node) const {
    if (const auto* variable = std::get_if<Variable>(&node))
      if (const rdf::Term* term = find(*variable)) node = rdf::Term(*term);
  }

  void apply(TriplePattern& triple) const {
    apply(triple.subject);
    apply(triple.predicate);
    apply(triple.object);
  }

  void apply(Child& child) const {
    if (child) std::visit([&](auto& node) { (*this)(node); }, child->node);
    if (child && std::holds_alternative<Service>(child->node)) join_with_terms(child);
  }

  void drop_from(std::vector<Variable>& variables) const {
    std::erase_if(variables, [&](const Variable& variable) { return find(variable) != nullptr; });
  }

  void operator()(BasicGraphPattern& node) const {
    for (TriplePattern& triple : node.triples) apply(triple);
    for (PathPattern& path : node.paths) {
      apply(path.subject);
      apply(path.object);
    }
  }

  template<class Node>
  requires is_two_sided<Node>
  void operator()(Node& node) const {
    apply(node.left);
    apply(node.right);
  }

  void operator()(LeftJoin& node) const {
    apply(node.left);
    apply(node.right);
    apply(node.conditions);
  }

  void operator()(Filter& node) const {
    apply(node.input);
    apply(node.conditions);
  }

  void operator()(Extend& node) const {
    refuse_assignment(node.variable);
    apply(node.input);
    apply(node.expression);
  }

  void operator()(Graph& node) const {
    apply(node.name);
    apply(node.input);
  }

  void operator()(Service& node) const { apply(node.endpoint); }

  void operator()(Values& node) const {
    for (const Variable& variable : node.variables) refuse_assignment(variable);
  }

  void operator()(Group& node) const {
    apply(node.input);
    std::erase_if(node.keys, [&](const Group::Key& key) {
      return !key.expression && find(key.variable) != nullptr; // a constant parts no groups
    });
    for (Group::Key& key : node.keys)
      if (key.expression) apply(*key.expression);
    for (Group::Output& output : node.aggregates) apply(output.aggregate.argument);
  }

  void operator()(OrderBy& node) const {
    apply(node.input);
    for (OrderBy::Key& key : node.keys) apply(key.expression);
  }

  void operator()(Project& node) const {
    apply(node.input);
    drop_from(node.variables);
  }

  void operator()(Distinct& node) const { apply(node.input); }
  void operator()(Reduced& node) const { apply(node.input); }
  void operator()(Slice& node) const { apply(node.input); }

 private:
  [[nodiscard]] const rdf::Term* find(const Variable& variable) const {
    const auto found = terms_.find(variable.name);
    return found == terms_.end() ? nullptr : &found->second;
  }

  void apply(std::vector<Expression>& expressions) const {
    for (Expression& expression : expressions) apply(expression);
  }

  void apply(Expression& expression) const {
    apply(expression.arguments);
    if (expression.pattern) {
      Child copy = std::make_unique<Operator>(clone(*expression.pattern));
      apply(copy);
      expression.pattern = std::move(copy);
    }
    if (expression.kind != Expression::Kind::variable) return;
    if (const rdf::Term* term = find(expression.variable)) {
      expression.kind = Expression::Kind::constant;
      expression.constant = *term;
    }
  }

  // The text of SERVICE goes out as it was written: its solutions are joined with the terms here.
  void join_with_terms(Child& child) const {
    Values values;
    values.rows.emplace_back();
    for (const auto& [name, term] : terms_) {
      values.variables.push_back({name});
      values.rows.front().emplace_back(term);
    }
    auto row = std::make_unique<Operator>(Operator{std::move(values)});
    child = std::make_unique<Operator>(Operator{Join{std::move(child), std::move(row)}});
  }

  void refuse_assignment(const Variable& variable) const {
    if (find(variable) != nullptr)
      throw base::Error(base::Failure::input,
                        "the query assigns to its own parameter ?" + variable.name,
                        "give the result another name");
  }

  const Substitution& terms_;
};

} // namespace

void substitute(Query& query, const Substitution& terms) {
  if (terms.empty()) return;
  const Substituter substituter(terms);
  substituter.apply(query.pattern);
  substituter.drop_from(query.projection);
  for (TriplePattern& triple : query.construct) substituter.apply(triple);
  for (Node& node : query.describe) substituter.apply(node);
}

} // namespace tela::sparql::algebra
