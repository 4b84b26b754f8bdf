#include "rdf/namespaces.h"
#include "sparql/evaluator/compare.h"
#include "sparql/evaluator/condition.h"

namespace tela::sparql::evaluator {

using algebra::Expression;
using algebra::Function;
using rdf::Id;
using rdf::IdTag;

namespace {

bool is_call(const Expression& expression, Function function) {
  return expression.kind == Expression::Kind::call && expression.function == function;
}

/// A variable or a constant, perhaps within STR().
struct Operand {
  std::optional<std::size_t> column;
  Id constant;
  bool as_string = false;

  [[nodiscard]] Id id(const Batch& batch, std::size_t row) const {
    return column ? batch.columns[*column][row] : constant;
  }
};

std::optional<Operand> operand(const Expression& expression, const Layout& layout,
                               Context& context) {
  if (is_call(expression, Function::str)) {
    auto inner = operand(expression.arguments[0], layout, context);
    if (!inner || !inner->column) return std::nullopt;
    inner->as_string = true;
    return inner;
  }
  if (expression.kind == Expression::Kind::constant)
    return Operand{std::nullopt, context.words.id_of(expression.constant), false};
  if (expression.kind != Expression::Kind::variable) return std::nullopt;
  const auto column = layout.column_of(expression.variable);
  if (!column) return std::nullopt;
  return Operand{column, {}, false};
}

/// = != < > <= >= and sameTerm: ids first, the whole expression where they do not tell.
class ComparisonTest final : public Test {
 public:
  ComparisonTest(Function function, const Operand& left, const Operand& right,
                 ExpressionPtr expression, Context& context)
      : function_(function), left_(left), right_(right), expression_(std::move(expression)),
        context_(context), scratch_(context.words) {}

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    std::size_t kept = 0;
    Frame frame{context_, scratch_, &batch};
    for (const std::uint32_t row : rows) {
      const Id left = left_.id(batch, row);
      const Id right = right_.id(batch, row);
      if (!left.defined() || !right.defined()) continue;
      const auto known = decide(left, right);
      if (known ? *known : evaluate(frame, row)) rows[kept++] = row;
    }
    rows.resize(kept);
    context_.check();
  }

 private:
  [[nodiscard]] std::optional<bool> decide(Id left, Id right) const {
    if (left_.as_string || right_.as_string) return decide_strings(left, right);
    if (function_ == Function::same_term) return left == right;
    if (function_ == Function::equal) return equal_ids(left, right);
    if (function_ == Function::not_equal) {
      const auto same = equal_ids(left, right);
      return same ? std::optional(!*same) : std::nullopt;
    }
    const auto order = compare_ids(left, right);
    return order ? std::optional(holds(function_, *order)) : std::nullopt;
  }

  /// Texts of IRIs compare as their ids.
  [[nodiscard]] std::optional<bool> decide_strings(Id left, Id right) const {
    if (!left_.as_string || !right_.as_string || left.tag() != IdTag::iri ||
        right.tag() != IdTag::iri)
      return std::nullopt;
    return holds(function_, left <=> right);
  }

  bool evaluate(Frame& frame, std::size_t row) {
    scratch_.reset();
    frame.row = row;
    return truth(expression_->evaluate(frame), frame).value_or(false);
  }

  Function function_;
  Operand left_, right_;
  ExpressionPtr expression_;
  Context& context_;
  Scratch scratch_;
};

TestPtr make_comparison(const Expression& condition, const Layout& layout,
                        const Surroundings& around) {
  switch (condition.function) {
  case Function::equal:
  case Function::not_equal:
  case Function::less:
  case Function::greater:
  case Function::less_equal:
  case Function::greater_equal:
  case Function::same_term:
    break;
  default:
    return nullptr;
  }
  const auto left = operand(condition.arguments[0], layout, around.context);
  const auto right = operand(condition.arguments[1], layout, around.context);
  if (!left || !right || left->as_string != right->as_string) return nullptr;
  return std::make_unique<ComparisonTest>(condition.function, *left, *right,
                                          compile(condition, layout, around), around.context);
}

/// LANG(?v) = "en", LANG(?v) != "en".
class LanguageTest final : public Test {
 public:
  LanguageTest(std::size_t column, std::string language, bool wanted, Context& context)
      : column_(column), language_(std::move(language)), wanted_(wanted), context_(context) {}

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    std::size_t kept = 0;
    for (const std::uint32_t row : rows) {
      const rdf::LiteralKind kind =
          context_.words.literal_kind(batch.columns[column_][row], storage_);
      if (!kind.datatype.empty() && (kind.language == language_) == wanted_) rows[kept++] = row;
    }
    rows.resize(kept);
    context_.check();
  }

 private:
  std::size_t column_;
  std::string language_;
  bool wanted_;
  Context& context_;
  rdf::Term storage_;
};

TestPtr make_language(const Expression& condition, const Layout& layout,
                      const Surroundings& around) {
  if (condition.function != Function::equal && condition.function != Function::not_equal)
    return nullptr;
  const Expression* call = &condition.arguments[0];
  const Expression* constant = &condition.arguments[1];
  if (!is_call(*call, Function::lang)) std::swap(call, constant);
  if (!is_call(*call, Function::lang) || constant->kind != Expression::Kind::constant ||
      constant->constant.datatype != rdf::xsd::string ||
      call->arguments[0].kind != Expression::Kind::variable)
    return nullptr;
  const auto column = layout.column_of(call->arguments[0].variable);
  if (!column) return nullptr;
  return std::make_unique<LanguageTest>(*column, constant->constant.value,
                                        condition.function == Function::equal, around.context);
}

/// BOUND(?v) and !BOUND(?v).
class BoundTest final : public Test {
 public:
  BoundTest(std::size_t column, bool wanted) : column_(column), wanted_(wanted) {}

  void keep_true(const Batch& batch, std::vector<std::uint32_t>& rows) override {
    const Id* ids = batch.columns[column_];
    std::erase_if(rows, [&](std::uint32_t row) { return ids[row].defined() != wanted_; });
  }

 private:
  std::size_t column_;
  bool wanted_;
};

TestPtr make_bound(const Expression& condition, const Layout& layout) {
  const bool negated = condition.function == Function::not_;
  const Expression& call = negated ? condition.arguments[0] : condition;
  if (!is_call(call, Function::bound)) return nullptr;
  const auto column = layout.column_of(call.arguments[0].variable);
  if (!column) return nullptr;
  return std::make_unique<BoundTest>(*column, !negated);
}

} // namespace

TestPtr make_id_test(const Expression& condition, const Layout& layout,
                     const Surroundings& around) {
  if (condition.kind != Expression::Kind::call) return nullptr;
  if (auto test = make_bound(condition, layout)) return test;
  if (auto test = make_language(condition, layout, around)) return test;
  return make_comparison(condition, layout, around);
}

} // namespace tela::sparql::evaluator
