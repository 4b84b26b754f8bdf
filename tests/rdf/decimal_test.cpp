#include "rdf/decimal.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <string>

using namespace tela::rdf;

namespace {

Integer integer(std::string_view text) {
  return Integer::parse(text).value();
}

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value();
}

std::string canonical(std::string_view text) {
  return decimal(text).to_string();
}

} // namespace

TEST_CASE("integers have no largest value") {
  CHECK(add(integer("9223372036854775807"), 1)->to_string() == "9223372036854775808");
  CHECK(subtract(integer("-9223372036854775808"), 1)->to_string() == "-9223372036854775809");
  CHECK(multiply(integer("9223372036854775807"), integer("-9223372036854775807"))->to_string() ==
        "-85070591730234615847396907784232501249");
  CHECK(integer("-9223372036854775808").negated().to_string() == "9223372036854775808");
  CHECK(divide(integer("-9223372036854775808"), -1).quotient.to_string() == "9223372036854775808");
  CHECK(subtract(integer("9223372036854775808"), 1)->as_int64() == 9223372036854775807);
  CHECK(Integer::power_of_ten(25).to_string() == "1" + std::string(25, '0'));
  CHECK(integer("100000000000000000000") > integer("99999999999999999999"));
  CHECK(integer("-100000000000000000000") < Integer(-1));
  CHECK(integer("123456789012345678901").to_double() == 123456789012345678901.0);
}

TEST_CASE("integers are read as XSD writes them, zeros in front being decimal") {
  CHECK(integer("+007").to_string() == "7");
  CHECK(integer("-0").to_string() == "0");
  CHECK(integer("000000000000000000000012345678901234567890").to_string() ==
        "12345678901234567890");
  for (const auto* text : {"", "+", "-", "1.0", " 1", "1 ", "1e3", "0x10", "--1", "+-1"})
    CHECK_FALSE(Integer::parse(text));
  CHECK_FALSE(Integer::parse(std::string(Integer::max_digits + 1, '9')));
}

TEST_CASE("integers that would eat the machine are refused") {
  Integer value = Integer::power_of_ten(10'000);
  CHECK_FALSE(multiply(value, value));
  CHECK(add(value, value));
}

TEST_CASE("doubles are truncated to integers exactly") {
  CHECK(Integer::truncated(-2.9)->to_string() == "-2");
  CHECK(Integer::truncated(1e23)->to_string() == "99999999999999991611392");
  CHECK(Integer::truncated(-9007199254740993.0)->to_string() == "-9007199254740992");
  CHECK_FALSE(Integer::truncated(NAN));
  CHECK_FALSE(Integer::truncated(INFINITY));
}

TEST_CASE("decimals have a canonical form") {
  CHECK(canonical("81500.00") == "81500");
  CHECK(canonical("+1.50") == "1.5");
  CHECK(canonical(".5") == "0.5");
  CHECK(canonical("5.") == "5");
  CHECK(canonical("-0.0") == "0");
  CHECK(canonical("-000.0250") == "-0.025");
  CHECK(canonical("0.000000000000000000000000000001") == "0.000000000000000000000000000001");
  CHECK(canonical("123456789012345678901234567890.12345678901234567890") ==
        "123456789012345678901234567890.1234567890123456789");
  CHECK(canonical("100000000000000000000000.000") == "100000000000000000000000");
  for (const auto* text : {"", ".", "+", "-.", "1.2.3", "1e3", " 1", "1 ", "INF", "1,5", "1.-5"})
    CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("sums and products are exact") {
  CHECK(add(decimal("0.1"), decimal("0.2")) == decimal("0.3"));
  CHECK(subtract(decimal("1"), decimal("0.000000000000000000000000001"))->to_string() ==
        "0.999999999999999999999999999");
  CHECK(multiply(decimal("1.1"), decimal("-1.1")) == decimal("-1.21"));
  CHECK(multiply(decimal("99999999999.99"), decimal("99999999999.99"))->to_string() ==
        "9999999999998000000000.0001");
}

TEST_CASE("quotients have eighteen digits or more") {
  CHECK(divide(decimal("1"), decimal("3"))->to_string() == "0.333333333333333333");
  CHECK(divide(decimal("-2"), decimal("3"))->to_string() == "-0.666666666666666667");
  CHECK(divide(decimal("2"), decimal("-3"))->to_string() == "-0.666666666666666667");
  CHECK(divide(decimal("6"), decimal("-3"))->to_string() == "-2");
  CHECK(divide(decimal("1"), decimal("8"))->to_string() == "0.125");
  CHECK(divide(decimal("1"), decimal("3000000000000000000000"))->to_string() ==
        "0.000000000000000000000333333333333333333");
  CHECK(divide(decimal("1000000000000000000000"), decimal("7"))->to_string() ==
        "142857142857142857142.857142857142857143");
  CHECK(divide(decimal("0.000000000000000000000000000007"), decimal("7"))->to_string() ==
        "0.000000000000000000000000000001");
  CHECK(divide(decimal("0"), decimal("7"))->to_string() == "0");
  CHECK_FALSE(divide(decimal("1"), decimal("0.0")));
}

TEST_CASE("decimals are rounded as XPath rounds") {
  const auto rounded = [](std::string_view text) { return decimal(text).round().to_string(); };
  CHECK(rounded("2.5") == "3");
  CHECK(rounded("2.4999") == "2");
  CHECK(rounded("-2.5") == "-2");
  CHECK(rounded("-2.51") == "-3");
  CHECK(rounded("-0.5") == "0");
  CHECK(rounded("7") == "7");
  CHECK(decimal("-1.1").floor().to_string() == "-2");
  CHECK(decimal("-1.1").ceiling().to_string() == "-1");
  CHECK(decimal("1.1").floor().to_string() == "1");
  CHECK(decimal("1.1").ceiling().to_string() == "2");
  CHECK(decimal("4").ceiling().to_string() == "4");
  CHECK(decimal("-1.9").truncated().to_string() == "-1");
}

TEST_CASE("decimals compare by value") {
  CHECK(decimal("1.0") == decimal("1.00"));
  CHECK(decimal("-0.1") < decimal("0"));
  CHECK(decimal("0.10000000000000000001") > decimal("0.1"));
  CHECK(decimal("12345678901234567890.1") < decimal("12345678901234567890.2"));
}

TEST_CASE("decimals and doubles convert to the nearest") {
  CHECK(decimal("0.1").to_double() == 0.1);
  CHECK(decimal("123456789012345678901234567890.5").to_double() ==
        123456789012345678901234567890.5);
  CHECK(Decimal(Integer::power_of_ten(400)).to_double() == INFINITY);
  CHECK(decimal("-0." + std::string(400, '0') + "1").to_double() == 0);
  CHECK(decimal("16777217.0000000001").to_float() == 16777218.0F);
  CHECK(Decimal::from_double(1.1)->to_string() == "1.1");
  CHECK(Decimal::from_float(1.1F)->to_string() == "1.1");
  CHECK(Decimal::from_double(-1e-7)->to_string() == "-0.0000001");
  CHECK(Decimal::from_double(1e23)->to_string() == "99999999999999991611392");
  CHECK_FALSE(Decimal::from_double(NAN));
}

TEST_CASE("random sums agree with scaled integers") {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> number(-1'000'000'000, 1'000'000'000);
  for (int i = 0; i < 10'000; ++i) {
    const auto a = number(random);
    const auto b = number(random);
    const Decimal left{FixedPoint{a, 4}};
    const Decimal right{FixedPoint{b, 7}};
    REQUIRE(add(left, right) == Decimal(FixedPoint{a * 1000 + b, 7}));
    REQUIRE(Decimal::parse(left.to_string()) == left);
    REQUIRE((left < right) == (a * 1000 < b));
  }
}
