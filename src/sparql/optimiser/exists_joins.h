#pragma once

#include "sparql/optimiser/choices.h"
#include "sparql/optimiser/decorrelate.h"
#include "sparql/optimiser/join_group.h"
#include "sparql/optimiser/slots.h"

#include <functional>

namespace tela::sparql::optimiser {

/// Plans EXISTS as joins of the rows that ask with the solutions of its pattern: a semi- or
/// anti-join where it is the whole condition, elsewhere a mark join, which says of each row whether
/// it has a partner. What is not the same as a join (`decorrelate`) stays an expression.
class ExistsJoins {
 public:
  /// The passes over the algebra.
  using Rewrite = std::function<void(algebra::Operator&)>;
  /// Plans a pattern; sorted by one of `order` where that is cheap.
  using PlanPattern = std::function<Alternatives(const algebra::Operator&, const SlotSet& order)>;

  ExistsJoins(VariableTable& variables, const Choices& choices, Rewrite rewrite, PlanPattern plan)
      : variables_(variables), choices_(choices), rewrite_(std::move(rewrite)),
        plan_(std::move(plan)) {}

  /// The rows for which `condition` holds. `outer`: the variables that they may bind.
  [[nodiscard]] Alternatives filter(Alternatives rows, const algebra::Expression& condition,
                                    const VariableSet& outer);
  /// Puts a variable in the place of each EXISTS in `expression`, and a column for it on the rows.
  void mark(Alternatives& rows, algebra::Expression& expression, const VariableSet& outer);

 private:
  [[nodiscard]] std::optional<Decorrelated> join_of(const algebra::Expression& exists,
                                                    const VariableSet& outer) const;
  [[nodiscard]] Alternatives join(JoinKind kind, Alternatives rows, Decorrelated pattern,
                                  const VariableSet& outer, std::optional<Slot> mark);
  void add_key(Alternatives& rows, Decorrelated& join, const VariableSet& outer);
  [[nodiscard]] SlotSet slots(const VariableSet& variables);

  VariableTable& variables_;
  const Choices& choices_;
  Rewrite rewrite_;
  PlanPattern plan_;
};

} // namespace tela::sparql::optimiser
