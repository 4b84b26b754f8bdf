#include "sparql/evaluator/condition.h"

#include "sparql/optimiser/variables.h"

#include <algorithm>
#include <iterator>

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

/// Conditions of which one must hold: a row that one of them keeps need not pass the others.
class AnyTest final : public Test {
 public:
  explicit AnyTest(std::vector<TestPtr> tests) : tests_(std::move(tests)) {}

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    kept_.clear();
    for (const auto& test : tests_) {
      passed_ = rows;
      test->keep_true(batch, passed_);
      unite(kept_, passed_);
      subtract(rows, passed_);
    }
    rows = kept_;
  }

 private:
  using Rows = std::vector<std::uint32_t>;

  void unite(Rows& rows, const Rows& more) {
    other_.clear();
    std::merge(rows.begin(), rows.end(), more.begin(), more.end(), std::back_inserter(other_));
    rows.swap(other_);
  }
  void subtract(Rows& rows, const Rows& gone) {
    other_.clear();
    std::set_difference(rows.begin(), rows.end(), gone.begin(), gone.end(),
                        std::back_inserter(other_));
    rows.swap(other_);
  }

  std::vector<TestPtr> tests_;
  Rows kept_, passed_, other_;
};

/// Conditions that must all hold.
class AllTest final : public Test {
 public:
  explicit AllTest(std::vector<TestPtr> tests) : conditions_(std::move(tests)) {}
  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    conditions_.keep_true(batch, rows);
  }

 private:
  Conditions conditions_;
};

/// Whether a condition is true tells || and && by their parts, errors or not (section 17.2): each
/// part may have the fastest test of its own. Not for volatile parts, which may run once only.
TestPtr make_parts_test(const algebra::Expression& condition, const Layout& layout,
                        const Surroundings& around) {
  using algebra::Function;
  if (condition.kind != algebra::Expression::Kind::call || optimiser::is_volatile(condition))
    return nullptr;
  const bool any = condition.function == Function::or_;
  if (!any && condition.function != Function::and_) return nullptr;
  std::vector<TestPtr> tests;
  for (const auto& part : condition.arguments) tests.push_back(make_test(part, layout, around));
  if (any) return std::make_unique<AnyTest>(std::move(tests));
  return std::make_unique<AllTest>(std::move(tests));
}

} // namespace

TestPtr make_test(const algebra::Expression& condition, const Layout& layout,
                  const Surroundings& around) {
  if (auto test = make_id_test(condition, layout, around)) return test;
  if (auto test = make_value_test(condition, layout, around)) return test;
  if (auto test = make_parts_test(condition, layout, around)) return test;
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
