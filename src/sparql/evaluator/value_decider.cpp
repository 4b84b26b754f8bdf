#include "sparql/evaluator/value_decider.h"

namespace tela::sparql::evaluator {

using rdf::Id;

/// What a decider must not share with another thread: words it makes, compiled patterns.
struct ValueDecider::OwnContext {
  explicit OwnContext(const Context& shared)
      : words(shared.dataset, shared.memory), context(shared.dataset, words) {
    context.cancellation = shared.cancellation;
    context.memory = shared.memory;
    context.base = shared.base;
    context.now = shared.now;
  }

  Words words;
  Context context;
};

ValueDecider::ValueDecider(std::unique_ptr<OwnContext> own, const algebra::Expression& condition,
                           const Layout& layout, std::size_t column, const Surroundings& around)
    : own_(std::move(own)), context_(own_ ? own_->context : around.context),
      expression_(
          compile(condition, layout, {context_, around.plan, around.figures, around.graph})),
      column_(column), scratch_(context_.words) {
  single_.columns.resize(column_ + 1);
  single_.count = 1;
}

ValueDecider::ValueDecider(const algebra::Expression& condition, const Layout& layout,
                           std::size_t column, const Surroundings& around)
    : ValueDecider(nullptr, condition, layout, column, around) {}

ValueDecider::~ValueDecider() = default;

std::unique_ptr<ValueDecider> ValueDecider::independent(const algebra::Expression& condition,
                                                        const Layout& layout, std::size_t column,
                                                        const Surroundings& around) {
  auto own = std::make_unique<OwnContext>(around.context);
  return std::unique_ptr<ValueDecider>(
      new ValueDecider(std::move(own), condition, layout, column, around));
}

void ValueDecider::decide_stored(std::span<const Id> stored, std::span<char> decided) {
  context_.dataset.terms(stored, [&](std::size_t i, const rdf::TermView& term) {
    scratch_.reset();
    scratch_.know(stored[i], term);
    decided[i] = holds(stored[i]) ? 1 : 0;
  });
}

bool ValueDecider::decide(Id value) {
  scratch_.reset();
  return holds(value);
}

bool ValueDecider::holds(const Id& value) {
  if ((++steps_ & 255U) == 0) context_.check();
  single_.columns[column_] = &value;
  Frame frame{context_, scratch_, &single_};
  return truth(expression_->evaluate(frame), frame).value_or(false);
}

} // namespace tela::sparql::evaluator
