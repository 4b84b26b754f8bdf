#include "sparql/evaluator/exists.h"

#include "sparql/evaluator/hash_table.h"
#include "sparql/evaluator/substitute.h"
#include "sparql/optimiser/variables.h"

namespace tela::sparql::evaluator {

using algebra::Expression;
using rdf::Id;

namespace {

class Exists final : public CompiledExpression {
 public:
  Exists(const Expression& expression, const Layout& layout, const Surroundings& around)
      : pattern_(*expression.pattern), wanted_(expression.kind == Expression::Kind::exists),
        context_(around.context), graph_(around.graph) {
    for (const auto& variable : optimiser::mentioned_variables(pattern_))
      if (const auto column = layout.column_of(variable)) {
        variables_.push_back(variable);
        columns_.push_back(*column);
      }
    met_.emplace(columns_.size(), context_);
  }

  Value evaluate(Frame& frame) const override {
    std::vector<Id> values;
    for (const std::size_t column : columns_)
      values.push_back(frame.batch->columns[column][frame.row]);
    const auto [number, fresh] = met_->insert(values);
    if (fresh) answers_.push_back(has_solution(values));
    return answers_[number] == wanted_;
  }

 private:
  [[nodiscard]] bool has_solution(const std::vector<Id>& values) const {
    Bindings bindings;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i].defined()) bindings.emplace(variables_[i], values[i]);
    const algebra::Operator pattern = substitute(pattern_, bindings, context_.words);
    optimiser::GraphScope scope;
    if (graph_.defined()) {
      scope.kind = optimiser::GraphScope::Kind::named;
      scope.name = graph_;
    }
    const optimiser::Plan plan = context_.plan_pattern(pattern, scope);
    std::vector<Figures> figures(plan.node_count);
    const auto root = make_operator(*plan.root, {context_, plan, figures, graph_});
    while (true) {
      const Batch& batch = root->next();
      if (batch.count == 0) return false;
      for (std::size_t row = 0; row < batch.count; ++row)
        if (agrees(plan, batch, row, bindings)) return true;
    }
  }

  /// A value that was put into the pattern may have come out of it again otherwise, by VALUES or
  /// BIND: then it is another solution.
  static bool agrees(const optimiser::Plan& plan, const Batch& batch, std::size_t row,
                     const Bindings& bindings) {
    for (std::size_t i = 0; i < plan.root->columns.size(); ++i) {
      const auto bound = bindings.find(plan.variables[plan.root->columns[i]]);
      const Id value = batch.columns[i][row];
      if (bound != bindings.end() && value.defined() && value != bound->second) return false;
    }
    return true;
  }

  const algebra::Operator& pattern_;
  bool wanted_;
  Context& context_;
  Id graph_;
  std::vector<algebra::Variable> variables_; ///< that row and pattern share
  std::vector<std::size_t> columns_;
  mutable std::optional<RowNumbers> met_;
  mutable std::vector<bool> answers_;
};

} // namespace

ExpressionPtr make_exists(const Expression& expression, const Layout& layout,
                          const Surroundings& around) {
  return std::make_unique<Exists>(expression, layout, around);
}

} // namespace tela::sparql::evaluator
