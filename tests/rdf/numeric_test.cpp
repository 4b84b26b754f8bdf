#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>

using namespace tela::rdf;

namespace {

std::string type_iri(std::string_view name) {
  return std::string(xsd::base) + std::string(name);
}

std::optional<Numeric> parsed(std::string_view lexical, std::string_view type) {
  return parse_numeric(lexical, type_iri(type));
}

Numeric number(std::string_view lexical, std::string_view type) {
  const auto value = parsed(lexical, type);
  REQUIRE(value);
  return *value;
}

/// "3 integer": value and type in one, for comparison.
std::string shown(const std::optional<Numeric>& value) {
  if (!value) return "error";
  return to_string(*value) + ' ' + std::string(datatype_of(*value).substr(xsd::base.size()));
}

} // namespace

TEST_CASE("literals of every numeric type have a value") {
  CHECK(shown(parsed("+007", "integer")) == "7 integer");
  CHECK(shown(parsed("1.50", "decimal")) == "1.5 decimal");
  CHECK(shown(parsed("150", "double")) == "1.5E2 double");
  CHECK(shown(parsed("1.5e0", "float")) == "1.5E0 float");
  CHECK_FALSE(parsed("one", "integer"));
  CHECK_FALSE(parsed("1.0", "integer"));
  CHECK_FALSE(parsed(" 1 ", "integer"));
  CHECK_FALSE(parsed("1", "string"));
  CHECK_FALSE(parse_numeric("1", "http://example.org/integer"));
}

TEST_CASE("derived integers are integers within their range") {
  CHECK(shown(parsed("127", "byte")) == "127 integer");
  CHECK_FALSE(parsed("128", "byte"));
  CHECK(parsed("-128", "byte"));
  CHECK_FALSE(parsed("32768", "short"));
  CHECK_FALSE(parsed("2147483648", "int"));
  CHECK_FALSE(parsed("9223372036854775808", "long"));
  CHECK(parsed("18446744073709551615", "unsignedLong"));
  CHECK_FALSE(parsed("18446744073709551616", "unsignedLong"));
  CHECK_FALSE(parsed("-1", "unsignedByte"));
  CHECK_FALSE(parsed("-1", "nonNegativeInteger"));
  CHECK_FALSE(parsed("0", "positiveInteger"));
  CHECK_FALSE(parsed("1", "nonPositiveInteger"));
  CHECK(parsed("-1", "negativeInteger"));
  CHECK_FALSE(parsed("0", "negativeInteger"));
  CHECK(is_numeric_datatype(type_iri("unsignedShort")));
  CHECK_FALSE(is_numeric_datatype(type_iri("anyURI")));
  CHECK(is_integer_datatype(type_iri("long")));
  CHECK_FALSE(is_integer_datatype(type_iri("decimal")));
}

TEST_CASE("floating point is read as XSD writes it") {
  CHECK(parse_double("1e3") == 1000.0);
  CHECK(parse_double("+1.5E-3") == 0.0015);
  CHECK(parse_double(".5") == 0.5);
  CHECK(parse_double("5.") == 5.0);
  CHECK(parse_double("-0") == 0.0);
  CHECK(std::signbit(*parse_double("-0")));
  CHECK(parse_double("INF") == INFINITY);
  CHECK(parse_double("+INF") == INFINITY);
  CHECK(parse_double("-INF") == -INFINITY);
  CHECK(std::isnan(*parse_double("NaN")));
  CHECK(parse_double("1e999") == INFINITY);
  CHECK(parse_double("-1e999") == -INFINITY);
  CHECK(parse_double("1e99999999999999999999") == INFINITY);
  CHECK(parse_double("1e-99999999999999999999") == 0.0);
  CHECK(parse_double("1e-999") == 0.0);
  CHECK(parse_double("0." + std::string(400, '0') + "1") == 0.0);
  CHECK(parse_double("1" + std::string(400, '0')) == INFINITY);
  CHECK(parse_float("1e39") == std::numeric_limits<float>::infinity());
  for (const auto* text : {"", ".", "e5", "1e", "1e+", "inf", "nan", "Infinity", "-NaN", "0x1p3",
                           "1e5.0", " 1", "1 ", "1f", "+-1", "++INF"}) {
    INFO(text);
    CHECK_FALSE(parse_double(text));
  }
}

TEST_CASE("floating point has a canonical form") {
  CHECK(to_string(1.5) == "1.5E0");
  CHECK(to_string(-100.0) == "-1.0E2");
  CHECK(to_string(0.1 + 0.2) == "3.0000000000000004E-1");
  CHECK(to_string(5e-324) == "5.0E-324");
  CHECK(to_string(0.0) == "0.0E0");
  CHECK(to_string(-0.0) == "-0.0E0");
  CHECK(to_string(-INFINITY) == "-INF");
  CHECK(to_string(std::nan("")) == "NaN");
  CHECK(to_string(0.1F) == "1.0E-1");
}

TEST_CASE("operands are promoted to the later of integer, decimal, float, double") {
  const auto one = number("1", "integer");
  CHECK(shown(add(one, number("2", "short"))) == "3 integer");
  CHECK(shown(add(one, number("0.5", "decimal"))) == "1.5 decimal");
  CHECK(shown(add(number("0.1", "decimal"), number("0.2", "float"))) == "3.0E-1 float");
  CHECK(shown(multiply(number("0.5", "float"), number("3", "double"))) == "1.5E0 double");
  CHECK(shown(subtract(one, number("0.5", "double"))) == "5.0E-1 double");
}

TEST_CASE("division follows XPath") {
  CHECK(shown(divide(number("1", "integer"), number("2", "integer"))) == "0.5 decimal");
  CHECK(shown(divide(number("4", "integer"), number("2", "integer"))) == "2 decimal");
  CHECK(shown(divide(number("1", "integer"), number("0", "integer"))) == "error");
  CHECK(shown(divide(number("1.0", "decimal"), number("0.0", "decimal"))) == "error");
  CHECK(shown(divide(number("1", "integer"), number("0", "double"))) == "INF double");
  CHECK(shown(divide(number("0", "float"), number("0", "integer"))) == "NaN float");
}

TEST_CASE("numbers are rounded in their own type") {
  CHECK(shown(round(number("-2.5", "decimal"))) == "-2 decimal");
  CHECK(shown(round(number("2.5", "double"))) == "3.0E0 double");
  CHECK(shown(round(number("-2.5", "double"))) == "-2.0E0 double");
  CHECK(shown(round(number("-0.2", "double"))) == "-0.0E0 double");
  CHECK(shown(round(number("0.49999999999999994", "double"))) == "0.0E0 double");
  CHECK(shown(round(number("4503599627370497.5", "double"))) == "4.503599627370498E15 double");
  CHECK(shown(round(number("INF", "float"))) == "INF float");
  CHECK(shown(ceiling(number("-0.5", "double"))) == "-0.0E0 double");
  CHECK(shown(floor(number("1.7", "float"))) == "1.0E0 float");
  CHECK(shown(abs(number("-9223372036854775808", "integer"))) == "9223372036854775808 integer");
  CHECK(shown(negate(number("1.5", "decimal"))) == "-1.5 decimal");
}

TEST_CASE("numbers compare after promotion") {
  CHECK(is_eq(compare(number("1", "integer"), number("1.0", "decimal"))));
  CHECK(is_eq(compare(number("1", "integer"), number("1.0", "double"))));
  CHECK(is_eq(compare(number("0.1", "decimal"), number("0.1", "double"))));
  CHECK(is_gt(compare(number("10", "integer"), number("9.9", "float"))));
  CHECK(compare(number("NaN", "double"), number("1", "integer")) ==
        std::partial_ordering::unordered);
  CHECK(is_lt(compare(number("100000000000000000000", "integer"), number("INF", "float"))));
}

TEST_CASE("zero and NaN are false") {
  CHECK_FALSE(is_true(number("0", "integer")));
  CHECK_FALSE(is_true(number("0.00", "decimal")));
  CHECK_FALSE(is_true(number("-0", "double")));
  CHECK_FALSE(is_true(number("NaN", "float")));
  CHECK(is_true(number("0.001", "decimal")));
}

TEST_CASE("numbers are cast as XPath casts") {
  CHECK(to_integer(number("-1.9", "decimal"))->to_string() == "-1");
  CHECK(to_integer(number("1e3", "double"))->to_string() == "1000");
  CHECK_FALSE(to_integer(number("NaN", "double")));
  CHECK(to_decimal(number("1.25", "double"))->to_string() == "1.25");
  CHECK_FALSE(to_decimal(number("INF", "float")));
  CHECK(to_float(number("16777217", "integer")) == 16777216.0F);
  CHECK(to_double(number("0.1", "decimal")) == 0.1);
}

TEST_CASE("numbers are cast to strings as XPath casts") {
  const auto text = [](std::string_view lexical, std::string_view type) {
    return cast_to_string(number(lexical, type));
  };
  CHECK(text("1.50", "decimal") == "1.5");
  CHECK(text("0E1", "double") == "0");
  CHECK(text("-0", "double") == "-0");
  CHECK(text("1E0", "float") == "1");
  CHECK(text("-7.875", "float") == "-7.875");
  CHECK(text("0.000001", "double") == "0.000001");
  CHECK(text("9.999999E-7", "double") == "9.999999E-7");
  CHECK(text("999999.5", "double") == "999999.5");
  CHECK(text("1000000", "double") == "1.0E6");
  CHECK(text("-INF", "float") == "-INF");
  CHECK(text("NaN", "double") == "NaN");
}

TEST_CASE("numbers and ids hold the same values") {
  for (const auto* lexical : {"0", "-7", "576460752303423487"}) {
    const auto value = number(lexical, "integer");
    CHECK(inline_id(value) == inline_id(to_term(value)));
    CHECK(is_eq(compare(*numeric_value(*inline_id(value)), value)));
  }
  const auto price = number("81500.50", "decimal");
  CHECK(inline_id(price) == inline_id(literal("81500.5", xsd::decimal)));
  CHECK(shown(numeric_value(*inline_id(literal("81500.50", xsd::decimal)))) == "81500.5 decimal");
  CHECK(inline_id(number("1.5", "double")) == inline_id(literal("1.5E0", xsd::double_)));
  CHECK_FALSE(inline_id(number("1.5", "float")));
  CHECK_FALSE(inline_id(number("100000000000000000000", "integer")));
  CHECK_FALSE(numeric_value(*inline_id(literal("2024-01-01", xsd::date))));
}
