#include "sparql/evaluator/condition.h"

namespace tela::sparql::evaluator {

namespace {

/// Any expression, row by row.
class GeneralTest final : public Test {
 public:
  GeneralTest(ExpressionPtr expression, Context& context)
      : expression_(std::move(expression)), context_(context), scratch_(context.words) {}

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    Frame frame{context_, scratch_, &batch};
    std::size_t kept = 0;
    std::size_t looked = 0;
    for (const std::uint32_t row : rows) {
      if ((++looked & 255U) == 0) context_.check();
      scratch_.reset();
      frame.row = row;
      if (truth(expression_->evaluate(frame), frame).value_or(false)) rows[kept++] = row;
    }
    rows.resize(kept);
  }

 private:
  ExpressionPtr expression_;
  Context& context_;
  Scratch scratch_;
};

} // namespace

TestPtr make_test(const algebra::Expression& condition, const Layout& layout,
                  const Surroundings& around) {
  if (auto test = make_id_test(condition, layout, around)) return test;
  if (auto test = make_value_test(condition, layout, around)) return test;
  return std::make_unique<GeneralTest>(compile(condition, layout, around), around.context);
}

Conditions::Conditions(const std::vector<optimiser::Condition>& conditions, const Layout& layout,
                       const Surroundings& around) {
  for (const optimiser::Condition& condition : conditions)
    tests_.push_back(make_test(condition->expression, layout, around));
}

void Conditions::keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) {
  for (const auto& test : tests_) {
    if (rows.empty()) return;
    test->keep_true(batch, rows);
  }
}

} // namespace tela::sparql::evaluator
