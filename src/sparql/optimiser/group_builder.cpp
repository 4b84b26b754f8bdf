#include "sparql/optimiser/group_builder.h"

#include "sparql/optimiser/join_order.h"
#include "sparql/optimiser/nodes.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>
#include <functional>

namespace tela::sparql::optimiser {

using namespace algebra;
using rdf::IdTag;

SlotSet slots_of(const Expression& expression, VariableTable& variables) {
  SlotSet slots;
  for (const Variable& variable : variables_of(expression)) slots.insert(variables.slot(variable));
  return slots;
}

Condition make_condition(const Expression& expression, SlotSet slots) {
  return std::make_shared<const Predicate>(Predicate{expression, std::move(slots)});
}

// --- graphs ---------------------------------------------------------------------------------

namespace {

/// Whether joining on the graph variable as well leaves the meaning of `tree` as it is.
bool fits_quads(const Operator& tree) {
  if (const auto* pattern = std::get_if<BasicGraphPattern>(&tree.node))
    return pattern->paths.empty();
  if (const auto* join = std::get_if<Join>(&tree.node))
    return fits_quads(*join->left) && fits_quads(*join->right);
  if (const auto* join = std::get_if<Union>(&tree.node))
    return fits_quads(*join->left) && fits_quads(*join->right);
  if (const auto* join = std::get_if<LeftJoin>(&tree.node))
    return fits_quads(*join->left) && fits_quads(*join->right) &&
           std::none_of(join->conditions.begin(), join->conditions.end(), has_pattern);
  if (const auto* filter = std::get_if<Filter>(&tree.node))
    return fits_quads(*filter->input) &&
           std::none_of(filter->conditions.begin(), filter->conditions.end(), has_pattern);
  if (const auto* extend = std::get_if<Extend>(&tree.node))
    return fits_quads(*extend->input) && !has_pattern(extend->expression);
  return false;
}

} // namespace

std::optional<AskedService> service_of(const Join& join) {
  const auto shares = [](const Service& service, const Operator& input) {
    return !intersection(possible_variables(*service.input), certain_variables(input)).empty();
  };
  if (const auto* service = std::get_if<Service>(&join.right->node);
      service != nullptr &&
      (std::holds_alternative<Variable>(service->endpoint) || shares(*service, *join.left)))
    return AskedService{service, &*join.left};
  if (const auto* service = std::get_if<Service>(&join.left->node);
      service != nullptr && std::holds_alternative<rdf::Term>(service->endpoint) &&
      shares(*service, *join.right))
    return AskedService{service, &*join.right};
  return std::nullopt;
}

std::optional<GraphScope> graph_scope(const Graph& node, VariableTable& variables,
                                      Statistics& statistics) {
  if (const auto* name = std::get_if<rdf::Term>(&node.name))
    return GraphScope{GraphScope::Kind::named, statistics.id_of(*name), std::nullopt};
  const auto& variable = std::get<Variable>(node.name);
  if (!fits_quads(*node.input) || mentioned_variables(*node.input).contains(variable))
    return std::nullopt;
  return GraphScope{GraphScope::Kind::each_named, {}, variables.slot(variable)};
}

// --- patterns -------------------------------------------------------------------------------

PathEnd GroupBuilder::end_of(const Node& node) {
  if (const auto* variable = std::get_if<Variable>(&node)) return variables_.slot(*variable);
  return statistics_.id_of(std::get<rdf::Term>(node));
}

void GroupBuilder::add(const Operator& tree, const GraphScope& graph) {
  if (const auto* pattern = std::get_if<BasicGraphPattern>(&tree.node)) {
    add_pattern(*pattern, graph);
  } else if (const auto* join = std::get_if<Join>(&tree.node)) {
    if (service_of(*join)) {
      group_.parts.push_back(plan_part_(tree, graph));
      return;
    }
    add(*join->left, graph);
    add(*join->right, graph);
  } else if (const auto* filter = std::get_if<Filter>(&tree.node)) {
    add_filtered(*filter, tree, graph);
  } else {
    group_.parts.push_back(plan_part_(tree, graph));
  }
}

void GroupBuilder::add_pattern(const BasicGraphPattern& pattern, const GraphScope& graph) {
  if (graph.kind == GraphScope::Kind::each_named && pattern.triples.empty() &&
      pattern.paths.empty())
    group_.parts.push_back(
        {named_graphs_node(*graph.slot, static_cast<double>(statistics_.named_graph_count()))});
  for (const TriplePattern& triple : pattern.triples)
    add_triple(end_of(triple.subject), end_of(triple.predicate), end_of(triple.object), graph);
  for (const PathPattern& path : pattern.paths)
    add_path(end_of(path.subject), path.path, end_of(path.object), graph);
}

void GroupBuilder::add_triple(const PathEnd& subject, const PathEnd& predicate,
                              const PathEnd& object, const GraphScope& graph) {
  for (const PathEnd* end : {&subject, &predicate, &object})
    if (const auto* id = std::get_if<rdf::Id>(end))
      impossible_ = impossible_ || id->tag() == IdTag::computed;
  group_.triples.push_back({{subject, predicate, object}, graph});
}

void GroupBuilder::add_filtered(const Filter& filter, const Operator& tree,
                                const GraphScope& graph) {
  const VariableSet certain = certain_variables(*filter.input);
  const VariableSet possible = possible_variables(*filter.input);
  const bool decided =
      std::all_of(filter.conditions.begin(), filter.conditions.end(), [&](const Expression& c) {
        return !has_pattern(c) && !is_volatile(c) && is_subset(variables_of(c), certain);
      });
  if (!decided) {
    group_.parts.push_back(plan_part_(tree, graph));
    return;
  }
  add(*filter.input, graph);
  for (const Expression& condition : filter.conditions) add_filter(condition, *filter.input);
}

void GroupBuilder::add_filter(const Expression& condition, const Operator& input) {
  SlotSet slots;
  for (const Variable& variable : intersection(variables_of(condition), possible_variables(input)))
    slots.insert(variables_.slot(variable));
  group_.filters.push_back(make_condition(condition, std::move(slots)));
}

// --- paths: section 18.2.2.4 ----------------------------------------------------------------

void GroupBuilder::add_path(const PathEnd& from, const Path& path, const PathEnd& to,
                            const GraphScope& graph) {
  switch (path.kind) {
  case Path::Kind::predicate:
    add_triple(from, statistics_.id_of(path.iri), to, graph);
    return;
  case Path::Kind::inverse:
    add_path(to, path.parts[0], from, graph);
    return;
  case Path::Kind::sequence: {
    PathEnd here = from;
    for (std::size_t i = 0; i + 1 < path.parts.size(); ++i) {
      const PathEnd next = variables_.fresh();
      add_path(here, path.parts[i], next, graph);
      here = next;
    }
    add_path(here, path.parts.back(), to, graph);
    return;
  }
  case Path::Kind::alternative:
    add_alternatives(from, path.parts, to, graph);
    return;
  case Path::Kind::negated:
    add_negated(from, path, to, graph);
    return;
  case Path::Kind::zero_or_more:
  case Path::Kind::one_or_more:
  case Path::Kind::zero_or_one:
    group_.paths.push_back({path, from, to, graph});
    return;
  }
}

void GroupBuilder::add_alternatives(const PathEnd& from, const std::vector<Path>& paths,
                                    const PathEnd& to, const GraphScope& graph) {
  std::vector<PlanRef> inputs;
  SlotSet ends;
  for (const PathEnd* end : {&from, &to})
    if (const auto* slot = std::get_if<Slot>(end)) ends.insert(*slot);
  if (graph.slot) ends.insert(*graph.slot);
  for (const Path& path : paths) {
    GroupBuilder part(variables_, statistics_, plan_part_);
    part.add_path(from, path, to, graph);
    if (part.impossible()) continue;
    const Alternatives plans = plan_joins(part.take(), {}, statistics_, Choices());
    inputs.push_back(project_node(plans.front(), ends.list()));
  }
  if (inputs.empty())
    impossible_ = true;
  else
    group_.parts.push_back({inputs.size() == 1 ? inputs.front() : union_node(std::move(inputs))});
}

/// !(p|^q): a triple with any other predicate, along the arrow or against it.
void GroupBuilder::add_negated(const PathEnd& from, const Path& path, const PathEnd& to,
                               const GraphScope& graph) {
  const auto along = excluded(path, rdf::Direction::along);
  const auto against = excluded(path, rdf::Direction::against);
  if (along && against) {
    Path forward = path;
    Path backward = path;
    const auto is_inverse = [](const Path& part) { return part.kind == Path::Kind::inverse; };
    std::erase_if(forward.parts, is_inverse);
    std::erase_if(backward.parts, std::not_fn(is_inverse));
    add_alternatives(from, {forward, backward}, to, graph);
    return;
  }
  const Slot predicate = variables_.fresh();
  if (against)
    add_triple(to, predicate, from, graph);
  else
    add_triple(from, predicate, to, graph);
  forbid(predicate, against ? *against : *along);
}

void GroupBuilder::forbid(Slot predicate, const std::vector<rdf::Term>& names) {
  if (names.empty()) return;
  Expression condition;
  condition.kind = Expression::Kind::call;
  condition.function = Function::not_in;
  Expression operand;
  operand.kind = Expression::Kind::variable;
  operand.variable = variables_[predicate];
  condition.arguments.push_back(operand);
  for (const rdf::Term& name : names) {
    Expression constant;
    constant.constant = name;
    condition.arguments.push_back(std::move(constant));
  }
  group_.filters.push_back(make_condition(condition, {predicate}));
}

} // namespace tela::sparql::optimiser
