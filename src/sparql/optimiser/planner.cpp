#include "sparql/optimiser/planner.h"

#include "sparql/optimiser/equality_joins.h"
#include "sparql/optimiser/exists_joins.h"
#include "sparql/optimiser/group_builder.h"
#include "sparql/optimiser/join_methods.h"
#include "sparql/optimiser/join_order.h"
#include "sparql/optimiser/nodes.h"
#include "sparql/optimiser/prune_columns.h"
#include "sparql/optimiser/rewrites.h"
#include "sparql/optimiser/tree_walk.h"
#include "sparql/optimiser/variables.h"

#include <algorithm>

namespace tela::sparql::optimiser {

using namespace algebra;

namespace {

/// What the reader of an operator is going to do with its rows.
struct Wish {
  Goal goal;
  std::optional<std::uint64_t> limit; ///< it drops what comes behind the first `limit` rows
};

class Planner {
 public:
  Planner(VariableTable& variables, Statistics& statistics, const Choices& choices)
      : variables_(variables), statistics_(statistics), choices_(choices) {}

  PlanRef best(const Operator& tree, const GraphScope& graph, const Wish& wish) {
    return cheapest(plan(tree, graph, wish));
  }

  void rewrite(Operator& tree) {
    scope_patterns(tree);
    normalise(tree);
    gather_equalities(tree);
    if (choices_.on(Pass::sort_late)) sort_late(tree);
    if (choices_.on(Pass::fold_constants)) fold_constants(tree, statistics_);
    if (choices_.on(Pass::strengthen_optionals)) strengthen_optionals(tree);
    if (choices_.on(Pass::push_filters)) push_filters(tree);
    normalise(tree);
    if (choices_.on(Pass::count_products)) multiply_counts(tree, variables_);
    if (choices_.on(Pass::equality_joins)) join_equalities(tree, variables_);
  }

 private:
  Alternatives plan(const Operator& tree, const GraphScope& graph, const Wish& wish) {
    return std::visit([&](const auto& node) { return plan_node(node, tree, graph, wish); },
                      tree.node);
  }

  static PlanRef cheapest(const Alternatives& plans) {
    return *std::min_element(plans.begin(), plans.end(), [](const PlanRef& a, const PlanRef& b) {
      return a->costs.total < b->costs.total;
    });
  }

  SlotSet slots(const VariableSet& variables) {
    SlotSet set;
    for (const Variable& variable : variables) set.insert(variables_.slot(variable));
    return set;
  }

  // --- joins --------------------------------------------------------------------------------

  Alternatives plan_group(const Operator& tree, const std::vector<Expression>& filters,
                          const GraphScope& graph, const Wish& wish) {
    GroupBuilder builder(
        variables_, statistics_,
        [this](const Operator& part, const GraphScope& scope) { return plan(part, scope, {}); });
    builder.add(tree, graph);
    for (const Expression& filter : filters) builder.add_filter(filter, tree);
    if (builder.impossible()) return {nothing_node(slots(possible_variables(tree)))};
    return plan_joins(builder.take(), wish.goal, statistics_, choices_);
  }

  Alternatives plan_node(const BasicGraphPattern&, const Operator& tree, const GraphScope& graph,
                         const Wish& wish) {
    return plan_group(tree, {}, graph, wish);
  }

  Alternatives plan_node(const Join& node, const Operator& tree, const GraphScope& graph,
                         const Wish& wish) {
    if (const auto asked = service_of(node))
      return {service_node(*asked->service, best(*asked->input, graph, {}))};
    return plan_group(tree, {}, graph, wish);
  }

  Alternatives join_sides(JoinKind kind, const Alternatives& lefts, const Alternatives& rights,
                          std::vector<Condition> conditions) {
    return join_all(join_task(kind, *lefts.front(), *rights.front(), std::move(conditions)), lefts,
                    rights, choices_);
  }

  Wish sorted_by(const SlotSet& order) {
    Wish wish;
    wish.goal.order = order;
    return wish;
  }

  Alternatives plan_node(const LeftJoin& node, const Operator& tree, const GraphScope& graph,
                         const Wish& wish) {
    return plan_optional(JoinKind::left, node, tree, graph, wish);
  }

  /// OPTIONAL, or as an anti-join the rows of it that found no partner.
  Alternatives plan_optional(JoinKind kind, const LeftJoin& node, const Operator& tree,
                             const GraphScope& graph, const Wish& wish) {
    const SlotSet shared =
        slots(intersection(possible_variables(*node.left), possible_variables(*node.right)));
    Wish left = sorted_by(shared | wish.goal.order);
    left.goal.rows = wish.goal.rows;
    return join_sides(kind, plan(*node.left, graph, left),
                      plan(*node.right, graph, sorted_by(shared)),
                      conditions_on(node.conditions, slots(possible_variables(tree))));
  }

  Alternatives plan_node(const Minus& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    const SlotSet shared =
        slots(intersection(possible_variables(*node.left), possible_variables(*node.right)));
    Wish left = sorted_by(shared | wish.goal.order);
    left.goal.rows = wish.goal.rows;
    Alternatives lefts = plan(*node.left, graph, left);
    if (shared.empty()) return lefts; // nothing in common: nothing is taken away
    return join_sides(JoinKind::minus, lefts, plan(*node.right, graph, sorted_by(shared)), {});
  }

  Alternatives plan_node(const Union& node, const Operator& tree, const GraphScope& graph,
                         const Wish& wish) {
    std::vector<PlanRef> inputs;
    Wish part;
    part.goal.rows = wish.goal.rows;
    add_union(inputs, *node.left, graph, part);
    add_union(inputs, *node.right, graph, part);
    if (inputs.empty()) return {nothing_node(slots(possible_variables(tree)))};
    return {inputs.size() == 1 ? inputs.front() : union_node(std::move(inputs))};
  }

  void add_union(std::vector<PlanRef>& inputs, const Operator& tree, const GraphScope& graph,
                 const Wish& wish) {
    if (const auto* node = std::get_if<Union>(&tree.node)) {
      add_union(inputs, *node->left, graph, wish);
      add_union(inputs, *node->right, graph, wish);
      return;
    }
    inputs.push_back(best(tree, graph, wish));
  }

  // --- filters ------------------------------------------------------------------------------

  Alternatives plan_node(const Filter& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    std::vector<Expression> plain;
    std::vector<Expression> with_pattern;
    for (const Expression& condition : node.conditions)
      (has_pattern(condition) ? with_pattern : plain).push_back(condition);
    Alternatives plans = plan_absence(*node.input, plain, graph, wish);
    if (plans.empty()) plans = plan_group(*node.input, plain, graph, wish);
    const VariableSet outer = possible_variables(*node.input);
    for (const Expression& condition : with_pattern)
      plans = exists_joins(graph).filter(std::move(plans), condition, outer);
    return plans;
  }

  /// OPTIONAL under a filter that wants a variable unbound which the optional part always binds:
  /// the rows without a partner. Empty for other filters.
  Alternatives plan_absence(const Operator& input, const std::vector<Expression>& filters,
                            const GraphScope& graph, const Wish& wish) {
    const auto* join = std::get_if<LeftJoin>(&input.node);
    if (join == nullptr || !choices_.on(Pass::absence_joins)) return {};
    const auto absence = std::ranges::find_if(filters, [&](const Expression& condition) {
      const auto variable = wanted_unbound(condition);
      return variable && certain_variables(*join->right).contains(*variable) &&
             !possible_variables(*join->left).contains(*variable);
    });
    if (absence == filters.end()) return {};
    std::vector<Expression> rest = filters;
    rest.erase(rest.begin() + (absence - filters.begin()));
    Alternatives plans = plan_optional(JoinKind::anti, *join, input, graph, wish);
    const auto conditions = conditions_on(rest, slots(possible_variables(input)));
    for (PlanRef& plan : plans) plan = filter_node(plan, conditions);
    return plans;
  }

  /// Joins the rows planned within `graph` with patterns of EXISTS.
  ExistsJoins exists_joins(const GraphScope& graph) {
    return {variables_, choices_, [this](Operator& pattern) { rewrite(pattern); },
            [this, &graph](const Operator& pattern, const SlotSet& order) {
              return plan(pattern, graph, sorted_by(order));
            }};
  }

  /// The conditions of a join whose sides have the slots `all`.
  std::vector<Condition> conditions_on(const std::vector<Expression>& expressions,
                                       const SlotSet& all) {
    std::vector<Condition> conditions;
    for (const Expression& condition : expressions)
      conditions.push_back(make_condition(condition, slots_of(condition, variables_) & all));
    return conditions;
  }

  // --- graphs -------------------------------------------------------------------------------

  Alternatives plan_node(const Graph& node, const Operator& tree, const GraphScope&,
                         const Wish& wish) {
    const auto scope = graph_scope(node, variables_, statistics_);
    if (!scope) return {graph_loop(node)};
    if (scope->kind == GraphScope::Kind::named && !statistics_.is_named_graph(scope->name))
      return {nothing_node(slots(possible_variables(tree)))};
    return plan(*node.input, *scope, wish);
  }

  PlanRef graph_loop(const Graph& node) {
    GraphScope current;
    current.kind = GraphScope::Kind::current;
    const PlanRef input = best(*node.input, current, {});
    auto loop = std::make_shared<PlanNode>(*input);
    const Slot slot = variables_.slot(std::get<Variable>(node.name));
    loop->inputs = {input};
    loop->sorted_by.clear();
    if (!SlotSet(loop->columns).contains(slot)) loop->columns.push_back(slot);
    loop->certain.insert(slot);
    const auto graphs = static_cast<double>(statistics_.named_graph_count());
    loop->estimate.rows *= graphs;
    loop->costs = {input->costs.total * graphs, input->costs.startup, Costs::cannot_skip};
    loop->op = GraphLoop{slot};
    return loop;
  }

  // --- the others ---------------------------------------------------------------------------

  PlanRef service_node(const Service& node, PlanRef input) {
    auto service = std::make_shared<PlanNode>();
    ServicePlan plan;
    plan.silent = node.silent;
    plan.pattern = node.text;
    VariableSet asked = possible_variables(*node.input);
    std::erase_if(asked, [](const Variable& variable) { return variable.is_generated(); });
    plan.slots = slots(asked).list();
    plan.certain = slots(certain_variables(*node.input));
    if (const auto* variable = std::get_if<Variable>(&node.endpoint))
      plan.endpoint = variables_.slot(*variable);
    else
      plan.endpoint = std::get<rdf::Term>(node.endpoint);
    service->columns = (SlotSet(plan.slots) | SlotSet(input->columns)).list();
    service->certain = input->certain;
    service->estimate.rows = 1000 * std::max(1.0, input->estimate.rows);
    service->costs = {1e9, 1e9, Costs::cannot_skip};
    service->inputs = {std::move(input)};
    service->op = std::move(plan);
    return service;
  }

  Alternatives plan_node(const Service& node, const Operator&, const GraphScope&, const Wish&) {
    return {service_node(node, unit_node())};
  }

  Alternatives plan_node(const Extend& node, const Operator& tree, const GraphScope& graph,
                         const Wish& wish) {
    Alternatives plans = plan(*node.input, graph, wish);
    const bool certain = certain_variables(tree).contains(node.variable);
    Expression expression = node.expression;
    exists_joins(graph).mark(plans, expression, possible_variables(*node.input));
    for (PlanRef& plan : plans)
      plan = extend_node(plan, variables_.slot(node.variable), expression, certain);
    return plans;
  }

  Alternatives plan_node(const Values& node, const Operator&, const GraphScope&, const Wish&) {
    ValuesPlan values;
    for (const Variable& variable : node.variables)
      values.slots.push_back(variables_.slot(variable));
    for (const auto& row : node.rows) {
      auto& ids = values.rows.emplace_back();
      for (const auto& term : row) ids.push_back(term ? statistics_.id_of(*term) : rdf::Id{});
    }
    return {values_node(std::move(values))};
  }

  Alternatives plan_node(const Group& node, const Operator& tree, const GraphScope& graph,
                         const Wish&) {
    GroupPlan group;
    SlotSet keys;
    for (const auto& key : node.keys) {
      group.keys.push_back({variables_.slot(key.variable), key.expression});
      if (!key.expression) keys.insert(group.keys.back().slot);
    }
    for (const auto& output : node.aggregates)
      group.outputs.push_back({variables_.slot(output.variable), output.aggregate});
    const SlotSet certain = slots(certain_variables(tree));
    Alternatives inputs = plan(*node.input, graph, sorted_by(keys));
    mark_group(inputs, group, graph, possible_variables(*node.input));
    Shortlist list;
    for (const PlanRef& input : inputs)
      list.offer(group_node(input, group, certain, choices_.on(Pass::sorted_groups)));
    return std::move(list.plans());
  }

  void mark_group(Alternatives& rows, GroupPlan& group, const GraphScope& graph,
                  const VariableSet& outer) {
    ExistsJoins exists = exists_joins(graph);
    for (auto& key : group.keys)
      if (key.expression) exists.mark(rows, *key.expression, outer);
    for (auto& output : group.outputs)
      for (Expression& argument : output.aggregate.argument) exists.mark(rows, argument, outer);
  }

  Alternatives plan_node(const OrderBy& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    OrderByPlan order{node.keys, std::nullopt};
    if (choices_.on(Pass::top_k)) order.limit = wish.limit;
    Alternatives inputs = plan(*node.input, graph, {});
    for (auto& key : order.keys)
      exists_joins(graph).mark(inputs, key.expression, possible_variables(*node.input));
    return {order_by_node(cheapest(inputs), std::move(order))};
  }

  Alternatives plan_node(const Project& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    std::vector<Slot> columns;
    for (const Variable& variable : node.variables) {
      const Slot slot = variables_.slot(variable);
      if (std::find(columns.begin(), columns.end(), slot) == columns.end()) columns.push_back(slot);
    }
    Alternatives plans = plan(*node.input, graph, wish);
    for (PlanRef& plan : plans) plan = project_node(plan, columns);
    return plans;
  }

  Alternatives plan_distinct(const Operator& input, const GraphScope& graph, const Wish& wish) {
    Wish inner = sorted_by(slots(possible_variables(input)));
    inner.goal.rows = wish.goal.rows;
    Shortlist list;
    for (const PlanRef& plan : plan(input, graph, inner))
      list.offer(distinct_node(plan, choices_.on(Pass::sorted_groups)));
    return std::move(list.plans());
  }

  Alternatives plan_node(const Distinct& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    return plan_distinct(*node.input, graph, wish);
  }

  /// REDUCED allows duplicates to stay; to stream them costs nothing.
  Alternatives plan_node(const Reduced& node, const Operator&, const GraphScope& graph,
                         const Wish& wish) {
    return plan(*node.input, graph, wish);
  }

  Alternatives plan_node(const Slice& node, const Operator&, const GraphScope& graph, const Wish&) {
    Wish inner;
    if (node.limit) {
      constexpr std::uint64_t most = std::uint64_t{1} << 62U;
      inner.limit = std::min(*node.limit, most) + std::min(node.offset, most);
      inner.goal.rows = static_cast<double>(std::max<std::uint64_t>(1, *inner.limit));
    }
    return {slice_node(best(*node.input, graph, inner), {node.offset, node.limit})};
  }

  VariableTable& variables_;
  Statistics& statistics_;
  const Choices& choices_;
};

Plan finish(const PlanRef& root, VariableTable variables, Statistics& statistics,
            const Choices& choices) {
  Plan plan;
  plan.variables = std::move(variables);
  statistics.keep_plans(bytes_of_tree(*root));
  plan.root = prune_columns(*root, plan.variables, choices, plan.node_count);
  statistics.drop_plans();
  return plan;
}

// The rows of a pattern, all of them or the first alone.
PlanRef rows_of(const Operator& pattern, const GraphScope& graph, bool first_only,
                VariableTable& variables, Statistics& statistics, const Choices& choices) {
  Planner planner(variables, statistics, choices);
  Operator tree = clone(pattern);
  planner.rewrite(tree);
  Wish wish;
  if (first_only) wish.goal.rows = 1;
  return planner.best(tree, graph, wish);
}

Plan plan_pattern(const Operator& pattern, const GraphScope& graph, Statistics& statistics,
                  const Choices& choices) {
  VariableTable variables;
  const PlanRef root = rows_of(pattern, graph, true, variables, statistics, choices);
  return finish(root, std::move(variables), statistics, choices);
}

} // namespace

Plan make_plan(const Query& query, Statistics& statistics, const Choices& choices) {
  VariableTable variables;
  const bool first_only = query.form == Query::Form::ask;
  const PlanRef rows = rows_of(*query.pattern, {}, first_only, variables, statistics, choices);
  std::vector<Slot> columns;
  for (const Variable& variable : result_variables(query))
    columns.push_back(variables.slot(variable));
  const PlanRef root = project_node(rows, columns);
  Plan plan = finish(root, std::move(variables), statistics, choices);
  plan.plan_pattern = [choices](const Operator& pattern, const GraphScope& graph,
                                Statistics& pattern_statistics) {
    return plan_pattern(pattern, graph, pattern_statistics, choices);
  };
  return plan;
}

} // namespace tela::sparql::optimiser
