#include "sparql/evaluator/expression.h"

#include "base/error.h"
#include "sparql/evaluator/compare.h"
#include "sparql/evaluator/exists.h"
#include "sparql/evaluator/functions.h"
#include "sparql/evaluator/value_set.h"

#include <algorithm>
#include <array>

namespace tela::sparql::evaluator {

using algebra::Expression;
using algebra::Function;
using rdf::Id;

std::optional<std::size_t> Layout::column_of(const algebra::Variable& variable) const {
  const auto slot = variables.find(variable);
  if (!slot) return std::nullopt;
  return find_column(columns, *slot);
}

namespace {

Value from_id(Id id) {
  if (!id.defined()) return Failed{};
  return id;
}

Value from_truth(std::optional<bool> truth_value) {
  return truth_value ? Value(*truth_value) : Value(Failed{});
}

class Column final : public CompiledExpression {
 public:
  explicit Column(std::size_t column) : column_(column) {}
  Value evaluate(Frame& frame) const override {
    return from_id(frame.batch->columns[column_][frame.row]);
  }

 private:
  std::size_t column_;
};

class Constant final : public CompiledExpression {
 public:
  explicit Constant(Id id) : id_(id) {}
  Value evaluate(Frame&) const override { return from_id(id_); }

 private:
  Id id_; ///< undefined: always fails, as an unbound variable does
};

using Parts = std::vector<ExpressionPtr>;

/// A function that fails when an argument does.
class Call final : public CompiledExpression {
 public:
  Call(FunctionPointer function, Parts arguments)
      : function_(function), arguments_(std::move(arguments)) {}

  Value evaluate(Frame& frame) const override {
    constexpr std::size_t few = 4;
    if (arguments_.size() > few) return evaluate_many(frame);
    std::array<Value, few> values;
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      values[i] = arguments_[i]->evaluate(frame);
      if (failed(values[i])) return Failed{};
    }
    return function_({values.data(), arguments_.size()}, frame);
  }

 private:
  Value evaluate_many(Frame& frame) const {
    std::vector<Value> values;
    for (const auto& argument : arguments_) {
      values.push_back(argument->evaluate(frame));
      if (failed(values.back())) return Failed{};
    }
    return function_(values, frame);
  }

  FunctionPointer function_;
  Parts arguments_;
};

/// = != < > <= >=
class Comparison final : public CompiledExpression {
 public:
  Comparison(Function function, Parts sides) : function_(function), sides_(std::move(sides)) {}

  Value evaluate(Frame& frame) const override {
    const Value left = sides_[0]->evaluate(frame);
    const Value right = sides_[1]->evaluate(frame);
    if (function_ == Function::equal) return from_truth(equal(left, right, frame));
    if (function_ == Function::not_equal) {
      const auto same = equal(left, right, frame);
      return same ? Value(!*same) : Value(Failed{});
    }
    const auto order = compare(left, right, frame);
    return order ? Value(holds(function_, *order)) : Value(Failed{});
  }

 private:
  Function function_;
  Parts sides_;
};

/// || and && : section 17.2, where an error may be overruled.
class Connective final : public CompiledExpression {
 public:
  Connective(bool decisive, Parts parts) : decisive_(decisive), parts_(std::move(parts)) {}

  Value evaluate(Frame& frame) const override {
    bool error = false;
    for (const auto& part : parts_) {
      const auto truth_value = truth(part->evaluate(frame), frame);
      if (!truth_value)
        error = true;
      else if (*truth_value == decisive_)
        return decisive_;
    }
    return error ? Value(Failed{}) : Value(!decisive_);
  }

 private:
  bool decisive_; ///< true for ||: one true part decides
  Parts parts_;
};

class Not final : public CompiledExpression {
 public:
  explicit Not(ExpressionPtr part) : part_(std::move(part)) {}
  Value evaluate(Frame& frame) const override {
    const auto truth_value = truth(part_->evaluate(frame), frame);
    return truth_value ? Value(!*truth_value) : Value(Failed{});
  }

 private:
  ExpressionPtr part_;
};

class Bound final : public CompiledExpression {
 public:
  explicit Bound(ExpressionPtr variable) : variable_(std::move(variable)) {}
  Value evaluate(Frame& frame) const override { return !failed(variable_->evaluate(frame)); }

 private:
  ExpressionPtr variable_;
};

class If final : public CompiledExpression {
 public:
  explicit If(Parts parts) : parts_(std::move(parts)) {}
  Value evaluate(Frame& frame) const override {
    const auto condition = truth(parts_[0]->evaluate(frame), frame);
    if (!condition) return Failed{};
    return parts_[*condition ? 1 : 2]->evaluate(frame);
  }

 private:
  Parts parts_;
};

class Coalesce final : public CompiledExpression {
 public:
  explicit Coalesce(Parts parts) : parts_(std::move(parts)) {}
  Value evaluate(Frame& frame) const override {
    for (const auto& part : parts_) {
      Value value = part->evaluate(frame);
      if (!failed(value)) return value;
    }
    return Failed{};
  }

 private:
  Parts parts_;
};

/// IN: = with each of a list, joined by ||.
class In final : public CompiledExpression {
 public:
  In(bool negated, Parts parts) : negated_(negated), parts_(std::move(parts)) {}

  Value evaluate(Frame& frame) const override {
    const Value value = parts_[0]->evaluate(frame);
    bool error = failed(value) && parts_.size() == 1;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const auto same = equal(value, parts_[i]->evaluate(frame), frame);
      if (!same)
        error = true;
      else if (*same)
        return !negated_;
    }
    return error ? Value(Failed{}) : Value(negated_);
  }

 private:
  bool negated_;
  Parts parts_;
};

/// IN with constants: one look into a table.
class InConstants final : public CompiledExpression {
 public:
  InConstants(bool negated, ExpressionPtr value, const std::vector<Expression>& constants,
              Context& context)
      : negated_(negated), value_(std::move(value)), memory_(context) {
    constexpr std::size_t bytes_of_one = 64;
    memory_.hold(constants.size() * bytes_of_one);
    Scratch scratch(context.words);
    Frame frame{context, scratch};
    for (const Expression& constant : constants) {
      set_.add(context.words.id_of(constant.constant), frame);
      scratch.reset();
      context.check();
    }
  }

  Value evaluate(Frame& frame) const override {
    const auto found = set_.contains(value_->evaluate(frame), frame);
    return found ? Value(*found != negated_) : Value(Failed{});
  }

 private:
  bool negated_;
  ExpressionPtr value_;
  ValueSet set_;
  Reservation memory_;
};

/// The key by which values are joined; of a failure, which equals nothing, its second argument.
class EqualityKey final : public CompiledExpression {
 public:
  explicit EqualityKey(Parts parts) : parts_(std::move(parts)) {}
  Value evaluate(Frame& frame) const override {
    const Value value = parts_[0]->evaluate(frame);
    return failed(value) ? parts_[1]->evaluate(frame) : Value(equality_key(value, frame));
  }

 private:
  Parts parts_;
};

class Compiler {
 public:
  Compiler(const Layout& layout, const Surroundings& around) : layout_(layout), around_(around) {}

  ExpressionPtr compile(const Expression& expression) const {
    switch (expression.kind) {
    case Expression::Kind::variable:
      return variable(expression.variable);
    case Expression::Kind::constant:
      return std::make_unique<Constant>(around_.context.words.id_of(expression.constant));
    case Expression::Kind::exists:
    case Expression::Kind::not_exists:
      return make_exists(expression, layout_, around_);
    case Expression::Kind::call:
      break;
    }
    return call(expression);
  }

 private:
  ExpressionPtr variable(const algebra::Variable& name) const {
    if (const auto column = layout_.column_of(name)) return std::make_unique<Column>(*column);
    return std::make_unique<Constant>(Id{});
  }

  /// IN with many constants; null for other calls.
  ExpressionPtr in_constants(const Expression& expression) const {
    constexpr std::size_t many = 8;
    const auto& arguments = expression.arguments;
    const bool negated = expression.function == Function::not_in;
    if ((!negated && expression.function != Function::in) || arguments.size() <= many)
      return nullptr;
    const std::vector<Expression> list(arguments.begin() + 1, arguments.end());
    const bool constant = std::ranges::all_of(
        list, [](const Expression& part) { return part.kind == Expression::Kind::constant; });
    if (!constant) return nullptr;
    return std::make_unique<InConstants>(negated, compile(arguments[0]), list, around_.context);
  }

  ExpressionPtr call(const Expression& expression) const {
    if (auto in = in_constants(expression)) return in;
    Parts parts;
    for (const Expression& argument : expression.arguments) parts.push_back(compile(argument));
    switch (expression.function) {
    case Function::or_:
      return std::make_unique<Connective>(true, std::move(parts));
    case Function::and_:
      return std::make_unique<Connective>(false, std::move(parts));
    case Function::not_:
      return std::make_unique<Not>(std::move(parts[0]));
    case Function::equal:
    case Function::not_equal:
    case Function::less:
    case Function::greater:
    case Function::less_equal:
    case Function::greater_equal:
      return std::make_unique<Comparison>(expression.function, std::move(parts));
    case Function::in:
      return std::make_unique<In>(false, std::move(parts));
    case Function::not_in:
      return std::make_unique<In>(true, std::move(parts));
    case Function::equality_key:
      return std::make_unique<EqualityKey>(std::move(parts));
    case Function::bound:
      return std::make_unique<Bound>(std::move(parts[0]));
    case Function::if_:
      return std::make_unique<If>(std::move(parts));
    case Function::coalesce:
      return std::make_unique<Coalesce>(std::move(parts));
    default:
      break;
    }
    const FunctionPointer function = find_function(expression.function);
    if (function == nullptr) return std::make_unique<Constant>(Id{}); // an unknown extension
    return std::make_unique<Call>(function, std::move(parts));
  }

  const Layout& layout_;
  const Surroundings& around_;
};

} // namespace

ExpressionPtr compile(const Expression& expression, const Layout& layout,
                      const Surroundings& around) {
  return Compiler(layout, around).compile(expression);
}

Value evaluate_constant(const Expression& expression, Frame& frame) {
  const optimiser::Plan plan;
  std::vector<Figures> figures;
  const Surroundings around{frame.context, plan, figures, {}};
  const Layout layout{plan.variables, {}};
  return compile(expression, layout, around)->evaluate(frame);
}

} // namespace tela::sparql::evaluator
