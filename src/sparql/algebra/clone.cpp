#include "sparql/algebra/algebra.h"

#include <utility>

namespace tela::sparql::algebra {

namespace {

Child clone(const Child& child) {
  return child ? std::make_unique<Operator>(algebra::clone(*child)) : nullptr;
}

/// A copy of each kind of operator with copies of its inputs.
struct Clone {
  BasicGraphPattern operator()(const BasicGraphPattern& node) const { return node; }
  Join operator()(const Join& node) const { return {clone(node.left), clone(node.right)}; }
  LeftJoin operator()(const LeftJoin& node) const {
    return {clone(node.left), clone(node.right), node.conditions};
  }
  Union operator()(const Union& node) const { return {clone(node.left), clone(node.right)}; }
  Minus operator()(const Minus& node) const { return {clone(node.left), clone(node.right)}; }
  Filter operator()(const Filter& node) const { return {clone(node.input), node.conditions}; }
  Extend operator()(const Extend& node) const {
    return {clone(node.input), node.variable, node.expression};
  }
  Graph operator()(const Graph& node) const { return {node.name, clone(node.input)}; }
  Service operator()(const Service& node) const {
    return {node.endpoint, clone(node.input), node.silent, node.text};
  }
  Values operator()(const Values& node) const { return node; }
  Group operator()(const Group& node) const {
    return {clone(node.input), node.keys, node.aggregates};
  }
  OrderBy operator()(const OrderBy& node) const { return {clone(node.input), node.keys}; }
  Project operator()(const Project& node) const { return {clone(node.input), node.variables}; }
  Distinct operator()(const Distinct& node) const { return {clone(node.input)}; }
  Reduced operator()(const Reduced& node) const { return {clone(node.input)}; }
  Slice operator()(const Slice& node) const { return {clone(node.input), node.offset, node.limit}; }
};

} // namespace

Operator clone(const Operator& tree) {
  return std::visit([](const auto& node) { return Operator{Clone{}(node)}; }, tree.node);
}

} // namespace tela::sparql::algebra
