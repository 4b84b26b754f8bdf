#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

bool keys_are_kept(const OrderBy& order, const Project& project) {
  const VariableSet kept(project.variables.begin(), project.variables.end());
  return std::ranges::all_of(order.keys, [&](const OrderBy::Key& key) {
    return !is_volatile(key.expression) && !has_pattern(key.expression) &&
           is_subset(variables_of(key.expression), kept);
  });
}

/// Distinct(Project(OrderBy(rows))) becomes OrderBy(Distinct(Project(rows))).
void exchange(Operator& tree) {
  auto* distinct = std::get_if<Distinct>(&tree.node);
  if (distinct == nullptr) return;
  auto* project = std::get_if<Project>(&distinct->input->node);
  if (project == nullptr) return;
  auto* order = std::get_if<OrderBy>(&project->input->node);
  if (order == nullptr || !keys_are_kept(*order, *project)) return;
  OrderBy outer{{}, std::move(order->keys)};
  Child rows = std::move(order->input);
  project->input = std::move(rows);
  outer.input = make_child(std::move(tree));
  tree.node = std::move(outer);
}

} // namespace

void sort_late(Operator& tree) {
  exchange(tree);
  for_each_input(tree, [](Operator& input) { sort_late(input); });
}

} // namespace tela::sparql::optimiser
