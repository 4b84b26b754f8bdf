#include "rdf/numeric.h"

#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace tela::rdf {

namespace {

/// A type derived from xsd:integer with its inclusive bounds; an empty text is no bound.
struct DerivedInteger {
  std::string_view name, lowest, highest;
};
constexpr std::array derived_integers{
    DerivedInteger{"nonPositiveInteger", "", "0"},
    DerivedInteger{"negativeInteger", "", "-1"},
    DerivedInteger{"long", "-9223372036854775808", "9223372036854775807"},
    DerivedInteger{"int", "-2147483648", "2147483647"},
    DerivedInteger{"short", "-32768", "32767"},
    DerivedInteger{"byte", "-128", "127"},
    DerivedInteger{"nonNegativeInteger", "0", ""},
    DerivedInteger{"positiveInteger", "1", ""},
    DerivedInteger{"unsignedLong", "0", "18446744073709551615"},
    DerivedInteger{"unsignedInt", "0", "4294967295"},
    DerivedInteger{"unsignedShort", "0", "65535"},
    DerivedInteger{"unsignedByte", "0", "255"},
};

const DerivedInteger* find_derived_integer(std::string_view datatype) {
  if (!datatype.starts_with(xsd::base)) return nullptr;
  const auto name = datatype.substr(xsd::base.size());
  const auto* found =
      std::find_if(derived_integers.begin(), derived_integers.end(),
                   [name](const DerivedInteger& type) { return type.name == name; });
  return found == derived_integers.end() ? nullptr : found;
}

bool in_range(const Integer& value, const DerivedInteger& type) {
  return (type.lowest.empty() || value >= *Integer::parse(type.lowest)) &&
         (type.highest.empty() || value <= *Integer::parse(type.highest));
}

template<typename Value>
std::optional<Numeric> as_numeric(std::optional<Value> value) {
  if (!value) return std::nullopt;
  return Numeric(*std::move(value));
}

/// Position of the type in the order of promotion.
std::size_t rank(const Numeric& number) {
  return number.index();
}
constexpr std::size_t rank_integer = 0;
constexpr std::size_t rank_decimal = 1;
constexpr std::size_t rank_float = 2;

/// Calls `operation` with both numbers converted to the later of their types.
template<typename Operation>
auto promoted(const Numeric& a, const Numeric& b, Operation operation) {
  switch (std::max(rank(a), rank(b))) {
  case rank_integer:
    return operation(std::get<Integer>(a), std::get<Integer>(b));
  case rank_decimal:
    return operation(*to_decimal(a), *to_decimal(b)); // integers always have a decimal
  case rank_float:
    return operation(to_float(a), to_float(b));
  default:
    return operation(to_double(a), to_double(b));
  }
}

/// XPath's rounding of floating point: halves up, the sign of a zero kept.
template<typename Float>
Float round_half_up(Float value) {
  const Float below = std::floor(value);
  const Float result = value - below >= Float(0.5) ? below + 1 : below;
  return std::copysign(result, value);
}

template<typename... Cases>
struct Overload : Cases... {
  using Cases::operator()...;
};
template<typename... Cases>
Overload(Cases...) -> Overload<Cases...>;

} // namespace

bool is_integer_datatype(std::string_view datatype) {
  return datatype == xsd::integer || find_derived_integer(datatype) != nullptr;
}

bool is_numeric_datatype(std::string_view datatype) {
  return datatype == xsd::decimal || datatype == xsd::double_ || datatype == xsd::float_ ||
         is_integer_datatype(datatype);
}

std::optional<Numeric> parse_numeric(std::string_view lexical, std::string_view datatype) {
  if (datatype == xsd::integer) return as_numeric(Integer::parse(lexical));
  if (datatype == xsd::decimal) return as_numeric(Decimal::parse(lexical));
  if (datatype == xsd::double_) return as_numeric(parse_double(lexical));
  if (datatype == xsd::float_) return as_numeric(parse_float(lexical));
  const auto* type = find_derived_integer(datatype);
  if (type == nullptr) return std::nullopt;
  auto value = Integer::parse(lexical);
  if (value && !in_range(*value, *type)) return std::nullopt;
  return as_numeric(std::move(value));
}

std::optional<Numeric> numeric_value(Id id) {
  switch (id.tag()) {
  case IdTag::integer:
    return Numeric(Integer(integer_value(id)));
  case IdTag::decimal:
    return Numeric(Decimal(decimal_value(id)));
  case IdTag::double_:
    return Numeric(double_value(id));
  default:
    return std::nullopt;
  }
}

std::optional<Id> inline_id(const Numeric& number) {
  if (const auto* integer = std::get_if<Integer>(&number)) {
    const auto small = integer->as_int64();
    return small ? inline_integer(*small) : std::nullopt;
  }
  if (const auto* decimal = std::get_if<Decimal>(&number)) {
    const auto parts = decimal->as_fixed_point();
    return parts ? inline_decimal(*parts) : std::nullopt;
  }
  if (const auto* value = std::get_if<double>(&number)) return inline_double(*value);
  return std::nullopt;
}

std::string_view datatype_of(const Numeric& number) {
  constexpr std::array datatypes{xsd::integer, xsd::decimal, xsd::float_, xsd::double_};
  return datatypes[rank(number)];
}

std::string to_string(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return value.to_string(); },
                             [](const Decimal& value) { return value.to_string(); },
                             [](auto value) { return to_string(value); }},
                    number);
}

Term to_term(const Numeric& number) {
  return literal(to_string(number), datatype_of(number));
}

std::optional<Numeric> add(const Numeric& a, const Numeric& b) {
  return promoted(a, b,
                  Overload{[](const auto& x, const auto& y) { return as_numeric(add(x, y)); },
                           [](float x, float y) { return std::optional<Numeric>(x + y); },
                           [](double x, double y) { return std::optional<Numeric>(x + y); }});
}

std::optional<Numeric> subtract(const Numeric& a, const Numeric& b) {
  return promoted(a, b,
                  Overload{[](const auto& x, const auto& y) { return as_numeric(subtract(x, y)); },
                           [](float x, float y) { return std::optional<Numeric>(x - y); },
                           [](double x, double y) { return std::optional<Numeric>(x - y); }});
}

std::optional<Numeric> multiply(const Numeric& a, const Numeric& b) {
  return promoted(a, b,
                  Overload{[](const auto& x, const auto& y) { return as_numeric(multiply(x, y)); },
                           [](float x, float y) { return std::optional<Numeric>(x * y); },
                           [](double x, double y) { return std::optional<Numeric>(x * y); }});
}

std::optional<Numeric> divide(const Numeric& a, const Numeric& b) {
  return promoted(
      a, b,
      Overload{[](const Integer& x, const Integer& y) {
                 return as_numeric(divide(Decimal(x), Decimal(y)));
               },
               [](const Decimal& x, const Decimal& y) { return as_numeric(divide(x, y)); },
               [](float x, float y) { return std::optional<Numeric>(x / y); },
               [](double x, double y) { return std::optional<Numeric>(x / y); }});
}

Numeric negate(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return Numeric(value.negated()); },
                             [](const Decimal& value) { return Numeric(value.negated()); },
                             [](auto value) { return Numeric(-value); }},
                    number);
}

Numeric abs(const Numeric& number) {
  return std::visit(
      Overload{
          [](const Integer& value) { return Numeric(value.sign() < 0 ? value.negated() : value); },
          [](const Decimal& value) { return Numeric(value.sign() < 0 ? value.negated() : value); },
          [](auto value) { return Numeric(std::abs(value)); }},
      number);
}

Numeric ceiling(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return Numeric(value); },
                             [](const Decimal& value) { return Numeric(value.ceiling()); },
                             [](auto value) { return Numeric(std::ceil(value)); }},
                    number);
}

Numeric floor(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return Numeric(value); },
                             [](const Decimal& value) { return Numeric(value.floor()); },
                             [](auto value) { return Numeric(std::floor(value)); }},
                    number);
}

Numeric round(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return Numeric(value); },
                             [](const Decimal& value) { return Numeric(value.round()); },
                             [](auto value) { return Numeric(round_half_up(value)); }},
                    number);
}

std::partial_ordering compare(const Numeric& a, const Numeric& b) {
  return promoted(a, b,
                  [](const auto& x, const auto& y) -> std::partial_ordering { return x <=> y; });
}

bool is_true(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return value.sign() != 0; },
                             [](const Decimal& value) { return value.sign() != 0; },
                             [](auto value) { return value != 0 && !std::isnan(value); }},
                    number);
}

std::optional<Integer> to_integer(const Numeric& number) {
  return std::visit(
      Overload{[](const Integer& value) { return std::optional(value); },
               [](const Decimal& value) { return std::optional(value.truncated()); },
               [](auto value) { return Integer::truncated(static_cast<double>(value)); }},
      number);
}

std::optional<Decimal> to_decimal(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return std::optional(Decimal(value)); },
                             [](const Decimal& value) { return std::optional(value); },
                             [](float value) { return Decimal::from_float(value); },
                             [](double value) { return Decimal::from_double(value); }},
                    number);
}

float to_float(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return Decimal(value).to_float(); },
                             [](const Decimal& value) { return value.to_float(); },
                             [](auto value) { return static_cast<float>(value); }},
                    number);
}

double to_double(const Numeric& number) {
  return std::visit(Overload{[](const Integer& value) { return value.to_double(); },
                             [](const Decimal& value) { return value.to_double(); },
                             [](auto value) { return static_cast<double>(value); }},
                    number);
}

} // namespace tela::rdf
