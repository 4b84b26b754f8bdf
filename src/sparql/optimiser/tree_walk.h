#pragma once

#include "sparql/algebra/algebra.h"

#include <type_traits>
#include <variant>

namespace tela::sparql::optimiser {

/// Calls `visit(Operator&)` for each input of `tree`.
template<class Tree, class Visit>
void for_each_input(Tree& tree, Visit&& visit) {
  std::visit(
      [&](auto& node) {
        if constexpr (requires { node.left; }) {
          visit(*node.left);
          visit(*node.right);
        } else if constexpr (requires { node.input; }) {
          visit(*node.input);
        }
      },
      tree.node);
}

/// Calls `visit(Expression&)` for each expression that stands in `tree` itself.
template<class Tree, class Visit>
void for_each_expression(Tree& tree, Visit&& visit) {
  std::visit(
      [&](auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (requires { node.conditions; }) {
          for (auto& condition : node.conditions) visit(condition);
        } else if constexpr (std::is_same_v<Node, algebra::Extend>) {
          visit(node.expression);
        } else if constexpr (std::is_same_v<Node, algebra::OrderBy>) {
          for (auto& key : node.keys) visit(key.expression);
        } else if constexpr (std::is_same_v<Node, algebra::Group>) {
          for (auto& key : node.keys)
            if (key.expression) visit(*key.expression);
          for (auto& output : node.aggregates)
            for (auto& argument : output.aggregate.argument) visit(argument);
        }
      },
      tree.node);
}

[[nodiscard]] inline algebra::Child make_child(algebra::Operator tree) {
  return std::make_unique<algebra::Operator>(std::move(tree));
}

} // namespace tela::sparql::optimiser
