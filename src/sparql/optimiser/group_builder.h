#pragma once

#include "sparql/algebra/algebra.h"
#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/plan.h"
#include "sparql/optimiser/statistics.h"

#include <functional>
#include <vector>

namespace tela::sparql::optimiser {

/// Flattens joined patterns into one group: triple patterns and paths become leaves over ids,
/// filters that a part decides by itself rise to the group, everything else is planned by
/// `plan_part`.
class GroupBuilder {
 public:
  using PlanPart = std::function<Alternatives(const algebra::Operator&, const GraphScope&)>;

  GroupBuilder(VariableTable& variables, Statistics& statistics, PlanPart plan_part)
      : variables_(variables), statistics_(statistics), plan_part_(std::move(plan_part)) {}

  void add(const algebra::Operator& tree, const GraphScope& graph);
  void add_filter(const algebra::Expression& condition, const algebra::Operator& input);

  [[nodiscard]] JoinGroup take() { return std::move(group_); }
  /// Whether a pattern names a term that the data does not hold: the group has no solution.
  [[nodiscard]] bool impossible() const { return impossible_; }

 private:
  void add_pattern(const algebra::BasicGraphPattern& pattern, const GraphScope& graph);
  void add_triple(const PathEnd& subject, const PathEnd& predicate, const PathEnd& object,
                  const GraphScope& graph);
  void add_path(const PathEnd& from, const algebra::Path& path, const PathEnd& to,
                const GraphScope& graph);
  void add_alternatives(const PathEnd& from, const std::vector<algebra::Path>& paths,
                        const PathEnd& to, const GraphScope& graph);
  void add_negated(const PathEnd& from, const algebra::Path& path, const PathEnd& to,
                   const GraphScope& graph);
  void forbid(Slot predicate, const std::vector<rdf::Term>& names);
  void add_filtered(const algebra::Filter& filter, const algebra::Operator& tree,
                    const GraphScope& graph);
  PathEnd end_of(const algebra::Node& node);

  VariableTable& variables_;
  Statistics& statistics_;
  PlanPart plan_part_;
  JoinGroup group_;
  bool impossible_ = false;
};

/// A SERVICE, and what it is asked for: pointers into the join.
struct AskedService {
  const algebra::Service* service;
  const algebra::Operator* input;
};

/// Of a join the side that is a SERVICE which the other one says where to ask (a variable endpoint
/// on the right) or what to ask for: every solution of it binds a variable of the pattern, so that
/// not all has to come. Nothing when it is no such join.
[[nodiscard]] std::optional<AskedService> service_of(const algebra::Join& join);

/// The slots of the variables that the value of `expression` depends on.
[[nodiscard]] SlotSet slots_of(const algebra::Expression& expression, VariableTable& variables);
[[nodiscard]] Condition make_condition(const algebra::Expression& expression, SlotSet slots);

/// The scope of the patterns in GRAPH `name` { input }, when they can be matched with the graph as
/// a fourth position; nothing when the graphs have to be gone through one by one.
[[nodiscard]] std::optional<GraphScope>
graph_scope(const algebra::Graph& node, VariableTable& variables, Statistics& statistics);

} // namespace tela::sparql::optimiser
