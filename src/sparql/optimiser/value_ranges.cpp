#include "sparql/optimiser/value_ranges.h"

#include "rdf/inline_value.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <cmath>

namespace tela::sparql::optimiser {

using algebra::Expression;
using algebra::Function;
using rdf::Id;
using rdf::IdTag;

namespace {

IdRange whole(IdTag tag) {
  return {Id::make(tag, 0), Id::make(tag, Id::payload_mask)};
}

enum class Side : std::uint8_t { at_most, at_least, equal };

std::optional<Side> side_of(Function function) {
  switch (function) {
  case Function::less:
  case Function::less_equal:
    return Side::at_most;
  case Function::greater:
  case Function::greater_equal:
    return Side::at_least;
  case Function::equal:
    return Side::equal;
  default:
    return std::nullopt;
  }
}

Side mirrored(Side side) {
  if (side == Side::equal) return side;
  return side == Side::at_most ? Side::at_least : Side::at_most;
}

/// [low, high] on the side of the limits that are asked for, the other end open to `all`.
IdRange cut(Side side, Id low, Id high, const IdRange& all) {
  return {side == Side::at_most ? all.from : low, side == Side::at_least ? all.to : high};
}

// --- numbers --------------------------------------------------------------------------------

/// The value of a numeric constant, roughly; nothing for NaN, infinities and what is no number.
std::optional<double> rough_value(const rdf::Term& literal) {
  const auto number = rdf::parse_numeric(literal.value, literal.datatype);
  if (!number || !std::isfinite(rdf::to_double(*number))) return std::nullopt;
  return rdf::to_double(*number);
}

/// A bound a little below and a little above `value`: what rounding may cost, and more.
struct Margin {
  double low, high;
  explicit Margin(double value) {
    const double slack = std::abs(value) * 1e-6;
    low = value - slack;
    high = value + slack;
  }
};

IdRange integer_range(Side side, const Margin& margin) {
  constexpr double limit = 5.7e17; // just below 2^59
  const auto id = [&](double value) {
    return *rdf::inline_integer(static_cast<std::int64_t>(std::clamp(value, -limit, limit)));
  };
  const IdRange all = whole(IdTag::integer);
  if (std::abs(margin.low) >= limit || std::abs(margin.high) >= limit) return all;
  return cut(side, id(std::floor(margin.low)), id(std::ceil(margin.high)), all);
}

IdRange decimal_range(Side side, const Margin& margin, int scale) {
  constexpr double limit = 1.8e16; // just below 2^54
  const double unit = std::pow(10.0, scale);
  const auto id = [&](double value) {
    const double mantissa = std::clamp(value * unit, -limit, limit);
    return *rdf::inline_decimal({static_cast<std::int64_t>(mantissa), scale});
  };
  constexpr int scale_shift = 55;
  const auto first = static_cast<std::uint64_t>(scale) << static_cast<unsigned>(scale_shift);
  const IdRange all{Id::make(IdTag::decimal, first),
                    Id::make(IdTag::decimal, first | ((std::uint64_t{1} << 55U) - 1))};
  IdRange range = cut(side, id(margin.low - 2 / unit), id(margin.high + 2 / unit), all);
  if (margin.low * unit < -limit) range.from = all.from;
  if (margin.high * unit > limit) range.to = all.to;
  return range;
}

IdRange double_range(Side side, const Margin& margin) {
  const IdRange all = whole(IdTag::double_);
  // Fourteen digits always fit an inline double; values near zero get all of it.
  const auto id = [](double value) -> std::optional<Id> {
    if (std::abs(value) < 1e-300 || std::abs(value) > 1e300) return std::nullopt;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 8);
    return rdf::inline_double(std::round(value / unit) * unit);
  };
  const Margin wider_low(margin.low);
  const Margin wider_high(margin.high);
  const auto low = id(std::min(wider_low.low, wider_low.high));
  const auto high = id(std::max(wider_high.low, wider_high.high));
  return cut(side, low.value_or(all.from), high.value_or(all.to), all);
}

std::vector<IdRange> number_ranges(Side side, double value) {
  const Margin margin(value);
  std::vector<IdRange> ranges{whole(IdTag::literal), integer_range(side, margin)};
  for (int scale = 0; scale <= rdf::FixedPoint::max_scale; ++scale)
    ranges.push_back(decimal_range(side, margin, scale));
  ranges.push_back(double_range(side, margin));
  return ranges;
}

// --- dates ----------------------------------------------------------------------------------

/// A date id compares by the milliseconds in its middle; above them stands whether a zone was
/// written, below them how it was written.
std::vector<IdRange> date_ranges(Side side, Id id) {
  constexpr std::uint64_t below = (std::uint64_t{1} << 9U) - 1;
  constexpr std::uint64_t zone_bit = std::uint64_t{1} << 59U;
  const std::uint64_t instant = id.payload() & ~zone_bit & ~below;
  std::vector<IdRange> ranges{whole(IdTag::literal)};
  for (const std::uint64_t zone : {std::uint64_t{0}, zone_bit}) {
    const IdRange all{Id::make(id.tag(), zone), Id::make(id.tag(), zone | (zone_bit - 1))};
    ranges.push_back(cut(side, Id::make(id.tag(), zone | instant),
                         Id::make(id.tag(), zone | instant | below), all));
  }
  return ranges;
}

// --- conditions -----------------------------------------------------------------------------

std::optional<std::vector<IdRange>> ranges_of(Side side, const rdf::Term& constant,
                                              Statistics& statistics) {
  const Id id = statistics.id_of(constant);
  if (constant.kind == rdf::TermKind::literal) {
    if (const auto value = rough_value(constant)) return number_ranges(side, *value);
    if (id.tag() == IdTag::date || id.tag() == IdTag::date_time) return date_ranges(side, id);
    if (constant.datatype != rdf::xsd::string) return std::nullopt;
  }
  if (side != Side::equal) return std::nullopt;
  return std::vector{IdRange{id, id}};
}

std::optional<VariableRange> range_of_list(const Expression& condition, Statistics& statistics) {
  const auto& arguments = condition.arguments;
  if (arguments[0].kind != Expression::Kind::variable) return std::nullopt;
  std::vector<IdRange> all;
  for (auto at = arguments.begin() + 1; at != arguments.end(); ++at) {
    if (at->kind != Expression::Kind::constant) return std::nullopt;
    const auto ranges = ranges_of(Side::equal, at->constant, statistics);
    if (!ranges) return std::nullopt;
    all.insert(all.end(), ranges->begin(), ranges->end());
  }
  return VariableRange{arguments[0].variable, sorted_union(std::move(all))};
}

} // namespace

std::optional<VariableRange> value_range(const Expression& condition, Statistics& statistics) {
  if (condition.kind != Expression::Kind::call) return std::nullopt;
  if (condition.function == Function::in) return range_of_list(condition, statistics);
  auto side = condition.function == Function::same_term ? Side::equal : side_of(condition.function);
  if (!side) return std::nullopt;
  const Expression* left = &condition.arguments[0];
  const Expression* right = &condition.arguments[1];
  if (left->kind == Expression::Kind::constant) {
    std::swap(left, right);
    side = mirrored(*side);
  }
  if (left->kind != Expression::Kind::variable || right->kind != Expression::Kind::constant)
    return std::nullopt;
  auto ranges = condition.function == Function::same_term
                    ? std::vector{IdRange{statistics.id_of(right->constant),
                                          statistics.id_of(right->constant)}}
                    : ranges_of(*side, right->constant, statistics);
  if (!ranges) return std::nullopt;
  return VariableRange{left->variable, sorted_union(std::move(*ranges))};
}

std::vector<IdRange> sorted_union(std::vector<IdRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const IdRange& a, const IdRange& b) { return a.from < b.from; });
  std::vector<IdRange> result;
  for (const IdRange& range : ranges) {
    if (range.to < range.from) continue;
    if (!result.empty() && range.from <= result.back().to)
      result.back().to = std::max(result.back().to, range.to);
    else
      result.push_back(range);
  }
  return result;
}

std::vector<IdRange> intersection(const std::vector<IdRange>& a, const std::vector<IdRange>& b) {
  std::vector<IdRange> result;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const IdRange both{std::max(i->from, j->from), std::min(i->to, j->to)};
    if (both.from <= both.to) result.push_back(both);
    if (i->to < j->to)
      ++i;
    else
      ++j;
  }
  return result;
}

} // namespace tela::sparql::optimiser
