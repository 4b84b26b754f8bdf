#include "sparql/optimiser/estimate.h"

#include <algorithm>
#include <cmath>

namespace tela::sparql::optimiser {

using algebra::Expression;
using algebra::Function;

double Estimate::distinct(Slot slot) const {
  const auto at = std::lower_bound(distinct_.begin(), distinct_.end(), slot,
                                   [](const auto& entry, Slot s) { return entry.first < s; });
  const double values = at != distinct_.end() && at->first == slot ? at->second : rows;
  return std::max(1.0, std::min(values, rows));
}

void Estimate::set_distinct(Slot slot, double values) {
  const auto at = std::lower_bound(distinct_.begin(), distinct_.end(), slot,
                                   [](const auto& entry, Slot s) { return entry.first < s; });
  if (at != distinct_.end() && at->first == slot)
    at->second = values;
  else
    distinct_.insert(at, {slot, values});
}

void Estimate::filter(double selectivity) {
  for (auto& [slot, values] : distinct_) {
    // Of n rows with d values each value has n/d rows; it survives when one of them does.
    const double each = rows / std::max(1.0, values);
    values *= 1 - std::pow(1 - selectivity, std::max(1.0, each));
  }
  rows *= selectivity;
}

Estimate join(const Estimate& a, const Estimate& b, const SlotSet& shared) {
  Estimate result;
  result.rows = a.rows * b.rows;
  double damping = 1;
  for (const Slot slot : shared) {
    // Variables of one pattern go together: the second says less than the first.
    result.rows /= std::pow(std::max(a.distinct(slot), b.distinct(slot)), damping);
    damping /= 2;
  }
  for (const auto& [slot, values] : a.distinct_) result.set_distinct(slot, a.distinct(slot));
  for (const auto& [slot, values] : b.distinct_) {
    const double mine = b.distinct(slot);
    result.set_distinct(slot, shared.contains(slot) ? std::min(mine, a.distinct(slot)) : mine);
  }
  return result;
}

namespace {

constexpr double default_selectivity = 1.0 / 3;

double any_of(const std::vector<Expression>& parts) {
  double none = 1;
  for (const auto& part : parts) none *= 1 - selectivity(part);
  return 1 - none;
}

double all_of(const std::vector<Expression>& parts) {
  double all = 1;
  for (const auto& part : parts) all *= selectivity(part);
  return all;
}

bool is_call(const Expression& expression, Function function) {
  return expression.kind == Expression::Kind::call && expression.function == function;
}

double equality(const Expression& condition) {
  const auto& sides = condition.arguments;
  const bool language = is_call(sides[0], Function::lang) || is_call(sides[1], Function::lang);
  return language ? 0.4 : 0.05;
}

} // namespace

double selectivity(const Expression& condition) {
  if (condition.kind != Expression::Kind::call) return 0.5;
  switch (condition.function) {
  case Function::and_:
    return all_of(condition.arguments);
  case Function::or_:
    return any_of(condition.arguments);
  case Function::not_:
    return std::clamp(1 - selectivity(condition.arguments[0]), 0.05, 0.95);
  case Function::same_term:
  case Function::equal:
    return equality(condition);
  case Function::not_equal:
    return 1 - equality(condition);
  case Function::in:
    return std::min(0.5, 0.05 * static_cast<double>(condition.arguments.size() - 1));
  case Function::not_in:
  case Function::bound:
    return 0.9;
  case Function::regex:
  case Function::contains:
    return 0.1;
  case Function::strstarts:
  case Function::strends:
    return 0.05;
  case Function::langmatches:
    return 0.4;
  case Function::is_iri:
  case Function::is_literal:
    return 0.7;
  case Function::is_blank:
    return 0.3;
  default:
    return default_selectivity;
  }
}

namespace {

double own_cost(const Expression& expression, bool ordered) {
  const double decode = ordered ? 40 : 200;
  switch (expression.function) {
  case Function::or_:
  case Function::and_:
  case Function::not_:
  case Function::bound:
  case Function::same_term:
  case Function::is_iri:
  case Function::is_blank:
  case Function::is_literal:
    return 2;
  case Function::equal:
  case Function::not_equal:
  case Function::less:
  case Function::greater:
  case Function::less_equal:
  case Function::greater_equal:
    return 5;
  case Function::lang:
  case Function::datatype:
    return 10;
  case Function::str:
    return decode;
  case Function::regex:
  case Function::replace:
    return 300;
  case Function::uuid:
  case Function::struuid:
  case Function::md5:
  case Function::sha1:
  case Function::sha256:
  case Function::sha384:
  case Function::sha512:
    return 500;
  default:
    return decode / 2;
  }
}

} // namespace

double evaluation_cost(const Expression& expression, bool ordered) {
  if (expression.pattern) return 20'000;
  if (expression.kind != Expression::Kind::call) return 1;
  double cost = own_cost(expression, ordered);
  for (const auto& argument : expression.arguments) cost += evaluation_cost(argument, ordered);
  return cost;
}

} // namespace tela::sparql::optimiser
