#include "sparql/optimiser/components.h"

#include "sparql/optimiser/tree_walk.h"

#include <iterator>
#include <utility>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

Child join(Child left, Child right) {
  auto* a = std::get_if<BasicGraphPattern>(&left->node);
  auto* b = std::get_if<BasicGraphPattern>(&right->node);
  if (a == nullptr || b == nullptr) return make_child({Join{std::move(left), std::move(right)}});
  std::move(b->triples.begin(), b->triples.end(), std::back_inserter(a->triples));
  std::move(b->paths.begin(), b->paths.end(), std::back_inserter(a->paths));
  return left;
}

/// The left side says where SERVICE is to ask.
bool asks_elsewhere(const Join& join) {
  const auto* service = std::get_if<Service>(&join.right->node);
  return service != nullptr && std::holds_alternative<Variable>(service->endpoint);
}

void link(std::vector<Component>& all, Operator tree) {
  Component grown{nullptr, possible_variables(tree)};
  std::vector<Component> rest;
  Child part = make_child(std::move(tree));
  for (Component& other : all) {
    if (intersection(other.variables, grown.variables).empty()) {
      rest.push_back(std::move(other));
      continue;
    }
    grown.variables.insert(other.variables.begin(), other.variables.end());
    part = join(std::move(other.tree), std::move(part));
  }
  grown.tree = std::move(part);
  rest.push_back(std::move(grown));
  all = std::move(rest);
}

void add(std::vector<Component>& all, Operator tree) {
  if (auto* pattern = std::get_if<BasicGraphPattern>(&tree.node)) {
    for (TriplePattern& triple : pattern->triples) link(all, {BasicGraphPattern{{triple}, {}}});
    for (PathPattern& path : pattern->paths) link(all, {BasicGraphPattern{{}, {path}}});
  } else if (auto* both = std::get_if<Join>(&tree.node);
             both != nullptr && !asks_elsewhere(*both)) {
    Join parts = std::move(*both);
    add(all, std::move(*parts.left));
    add(all, std::move(*parts.right));
  } else {
    link(all, std::move(tree));
  }
}

} // namespace

std::vector<Component> components_of(Operator tree) {
  std::vector<Component> all;
  add(all, std::move(tree));
  return all;
}

Child joined(std::vector<Component> components) {
  Child all = std::move(components.front().tree);
  for (std::size_t i = 1; i < components.size(); ++i)
    all = join(std::move(all), std::move(components[i].tree));
  return all;
}

} // namespace tela::sparql::optimiser
