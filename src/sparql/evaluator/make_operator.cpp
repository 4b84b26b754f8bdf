#include "sparql/evaluator/distinct.h"
#include "sparql/evaluator/graph_loop.h"
#include "sparql/evaluator/group.h"
#include "sparql/evaluator/index_scan.h"
#include "sparql/evaluator/join.h"
#include "sparql/evaluator/leaf_operators.h"
#include "sparql/evaluator/multiway_join.h"
#include "sparql/evaluator/operator.h"
#include "sparql/evaluator/order_by.h"
#include "sparql/evaluator/path_search.h"
#include "sparql/evaluator/row_operators.h"
#include "sparql/evaluator/service_operator.h"

namespace tela::sparql::evaluator {

namespace {

/// The table of operators: which class carries out which part of a plan.
class Maker {
 public:
  Maker(const optimiser::PlanNode& node, const Surroundings& around)
      : node_(node), around_(around) {}

  OperatorPtr operator()(const optimiser::Nothing&) const { return make<ConstantOperator>(); }
  OperatorPtr operator()(const optimiser::Unit&) const { return make<ConstantOperator>(); }
  OperatorPtr operator()(const optimiser::NamedGraphs&) const { return make<ConstantOperator>(); }
  OperatorPtr operator()(const optimiser::ValuesPlan&) const { return make<ConstantOperator>(); }
  OperatorPtr operator()(const optimiser::IndexScan&) const { return make<IndexScanOperator>(); }
  OperatorPtr operator()(const optimiser::JoinPlan&) const { return make<JoinOperator>(); }
  OperatorPtr operator()(const optimiser::MultiwayJoin&) const {
    return make<MultiwayJoinOperator>();
  }
  OperatorPtr operator()(const optimiser::PathSearch&) const { return make<PathSearchOperator>(); }
  OperatorPtr operator()(const optimiser::FilterPlan&) const { return make<FilterOperator>(); }
  OperatorPtr operator()(const optimiser::ExtendPlan&) const { return make<ExtendOperator>(); }
  OperatorPtr operator()(const optimiser::UnionPlan&) const { return make<UnionOperator>(); }
  OperatorPtr operator()(const optimiser::GroupPlan&) const { return make<GroupOperator>(); }
  OperatorPtr operator()(const optimiser::OrderByPlan&) const { return make<OrderByOperator>(); }
  OperatorPtr operator()(const optimiser::SortById&) const { return make<SortByIdOperator>(); }
  OperatorPtr operator()(const optimiser::DistinctPlan&) const { return make<DistinctOperator>(); }
  OperatorPtr operator()(const optimiser::SlicePlan&) const { return make<SliceOperator>(); }
  OperatorPtr operator()(const optimiser::ProjectPlan&) const { return make<ProjectOperator>(); }
  OperatorPtr operator()(const optimiser::GraphLoop&) const { return make<GraphLoopOperator>(); }
  OperatorPtr operator()(const optimiser::ServicePlan&) const { return make<ServiceOperator>(); }

 private:
  template<class T>
  [[nodiscard]] OperatorPtr make() const {
    return std::make_unique<T>(node_, around_);
  }

  const optimiser::PlanNode& node_;
  const Surroundings& around_;
};

} // namespace

OperatorPtr make_operator(const optimiser::PlanNode& node, const Surroundings& around) {
  return std::visit(Maker(node, around), node.op);
}

} // namespace tela::sparql::evaluator
