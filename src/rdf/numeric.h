#pragma once

#include "rdf/decimal.h"
#include "rdf/integer.h"
#include "rdf/term.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tela::rdf {

/// A number as SPARQL's operators see it (SPARQL 1.1 section 17.3; XPath 3.1 functions section 4):
/// types derived from xsd:integer have become xsd:integer. The alternatives are in the order of
/// promotion: with operands of two types, the earlier one is converted to the later.
using Numeric = std::variant<Integer, Decimal, float, double>;

/// Whether `datatype` is xsd:integer, decimal, float, double or derived from xsd:integer.
[[nodiscard]] bool is_numeric_datatype(std::string_view datatype);
/// Whether `datatype` is xsd:integer or derived from it.
[[nodiscard]] bool is_integer_datatype(std::string_view datatype);

/// The value of a numeric literal, or nothing: another datatype, a lexical form outside the
/// datatype's space, or a value outside the range of a derived integer type ("300" as xsd:byte).
[[nodiscard]] std::optional<Numeric> parse_numeric(std::string_view lexical,
                                                   std::string_view datatype);
/// The number in an inline id of tag integer, decimal or double_; nothing for other tags.
[[nodiscard]] std::optional<Numeric> numeric_value(Id id);
/// The id of the number's canonical literal when it fits one: inline_id(to_term(number)).
[[nodiscard]] std::optional<Id> inline_id(const Numeric& number);

/// The datatype IRI: xsd:integer, decimal, float or double.
[[nodiscard]] std::string_view datatype_of(const Numeric& number);
/// The canonical lexical form of XSD 1.1.
[[nodiscard]] std::string to_string(const Numeric& number);
[[nodiscard]] Term to_term(const Numeric& number);
/// What XPath's cast to xs:string gives (Functions and Operators 3.1, 19.1.2): as to_string(), but
/// float and double from 0.000001 up to a million without exponent, and zero as "0" or "-0".
[[nodiscard]] std::string cast_to_string(const Numeric& number);

/// XPath op:numeric-add and its kin, after promotion. Nothing when an exact result is too long, and
/// when an integer or a decimal is divided by zero. Integers divide to a decimal.
[[nodiscard]] std::optional<Numeric> add(const Numeric& a, const Numeric& b);
[[nodiscard]] std::optional<Numeric> subtract(const Numeric& a, const Numeric& b);
[[nodiscard]] std::optional<Numeric> multiply(const Numeric& a, const Numeric& b);
[[nodiscard]] std::optional<Numeric> divide(const Numeric& a, const Numeric& b);
[[nodiscard]] Numeric negate(const Numeric& number);
/// fn:abs, fn:ceiling, fn:floor, fn:round (halves toward positive infinity), of the same type.
[[nodiscard]] Numeric abs(const Numeric& number);
[[nodiscard]] Numeric ceiling(const Numeric& number);
[[nodiscard]] Numeric floor(const Numeric& number);
[[nodiscard]] Numeric round(const Numeric& number);

/// After promotion; unordered when one is NaN.
[[nodiscard]] std::partial_ordering compare(const Numeric& a, const Numeric& b);
/// The effective boolean value: false for zero and NaN.
[[nodiscard]] bool is_true(const Numeric& number);

/// Conversions of XPath casting. Nothing for NaN and infinities where there is no such value.
[[nodiscard]] std::optional<Integer> to_integer(const Numeric& number); ///< toward zero
[[nodiscard]] std::optional<Decimal> to_decimal(const Numeric& number);
[[nodiscard]] float to_float(const Numeric& number);
[[nodiscard]] double to_double(const Numeric& number);

/// The value of an xsd:double or xsd:float: decimal or scientific notation, INF, +INF, -INF, NaN;
/// the nearest value, beyond the range an infinity or zero. No surrounding space.
[[nodiscard]] std::optional<double> parse_double(std::string_view lexical);
[[nodiscard]] std::optional<float> parse_float(std::string_view lexical);
/// The canonical form with the fewest digits that give the same value back: "1.5E0", "-INF".
[[nodiscard]] std::string to_string(double value);
[[nodiscard]] std::string to_string(float value);

} // namespace tela::rdf
