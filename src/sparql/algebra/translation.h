#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/syntax/ast.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the files of the translation share; translate.h is its door.
namespace tela::sparql::algebra {

/// A source of variables that no query can name.
class GeneratedVariables {
 public:
  [[nodiscard]] Variable next(std::string_view purpose) {
    return {'.' + std::string(purpose) + std::to_string(++count_)};
  }

 private:
  std::size_t count_ = 0;
};

/// The aggregates of one query level, section 18.2.4.1: expressions are rewritten to name their
/// results. Equal aggregates share one.
class Aggregation {
 public:
  /// `keys` have one value in a group; other variables outside of aggregates become SAMPLE(?v).
  Aggregation(GeneratedVariables& generated, std::set<std::string> keys)
      : generated_(generated), keys_(std::move(keys)) {}

  /// The variable that holds the aggregate's value.
  [[nodiscard]] Variable result_of(Aggregate aggregate);
  [[nodiscard]] bool is_key(const std::string& name) const { return keys_.contains(name); }
  /// From now on `name` has one value in a group.
  void add_key(const std::string& name) { keys_.insert(name); }

  [[nodiscard]] std::vector<Group::Output> take_outputs() { return std::move(outputs_); }

 private:
  GeneratedVariables& generated_;
  std::set<std::string> keys_;
  std::map<std::string, Variable> results_; ///< text of the aggregate → its variable
  std::vector<Group::Output> outputs_;
};

[[nodiscard]] Variable to_variable(const syntax::Variable& variable);
[[nodiscard]] Node to_node(const syntax::Node& node);

/// translate_path.cpp: section 18.2.2.3 and 18.2.2.4.
void add_triple(const syntax::Triple& triple, GeneratedVariables& generated,
                BasicGraphPattern& pattern);

/// translate_expression.cpp. `aggregation` is null where no aggregate may stand.
[[nodiscard]] Expression translate_expression(const syntax::Expression& expression,
                                              GeneratedVariables& generated,
                                              Aggregation* aggregation = nullptr);

/// translate_pattern.cpp: section 18.2.2.6.
[[nodiscard]] Operator translate_group(const syntax::GroupGraphPattern& group,
                                       GeneratedVariables& generated);
[[nodiscard]] Values translate_values(const syntax::InlineData& data);

/// translate_modifiers.cpp: section 18.2.4 and 18.2.5.
enum class Projection : std::uint8_t {
  selected, ///< SELECT: the variables of the clause
  all,      ///< other forms: whatever the pattern binds
};
[[nodiscard]] Operator translate_select(const syntax::SubSelect& select, Projection projection,
                                        GeneratedVariables& generated);

/// The operator on the heap.
[[nodiscard]] inline Child boxed(Operator&& tree) {
  return std::make_unique<Operator>(std::move(tree));
}
/// A node as an operator.
template<typename Node>
[[nodiscard]] Operator make(Node&& node) {
  return {std::forward<Node>(node)};
}

} // namespace tela::sparql::algebra
