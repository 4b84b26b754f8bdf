#include "rdf/inline_value.h"
#include "rdf/namespaces.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace tela::rdf;

namespace {

std::optional<Id> id_of(std::string_view lexical, std::string_view datatype) {
  return inline_id(literal(lexical, datatype));
}

void check_kept(std::string_view datatype, const std::vector<std::string>& lexical_forms) {
  for (const auto& lexical : lexical_forms) {
    INFO(lexical << " as " << datatype);
    const auto term = literal(lexical, datatype);
    const auto id = inline_id(term);
    REQUIRE(id);
    CHECK(id->is_inline());
    CHECK(inline_term(*id) == term);
  }
}

void check_left_to_dictionary(std::string_view datatype,
                              const std::vector<std::string>& lexical_forms) {
  for (const auto& lexical : lexical_forms) {
    INFO(lexical << " as " << datatype);
    CHECK_FALSE(id_of(lexical, datatype));
  }
}

void check_ascending(std::string_view datatype, const std::vector<std::string>& lexical_forms) {
  for (std::size_t i = 1; i < lexical_forms.size(); ++i) {
    INFO(lexical_forms[i - 1] << " before " << lexical_forms[i]);
    CHECK(id_of(lexical_forms[i - 1], datatype).value() <
          id_of(lexical_forms[i], datatype).value());
  }
}

} // namespace

TEST_CASE("canonical values stand in the id and come back letter by letter") {
  check_kept(xsd::boolean, {"true", "false"});
  check_kept(xsd::integer, {"0", "1", "-1", "2024", "576460752303423487", "-576460752303423488"});
  check_kept(xsd::decimal, {"0", "0.0", "0.00", "81500.00", "1.5", "-1.5", "-0.5", "5", "-17",
                            "0.000000000000000001", "18014398509481983", "-18014398509481984",
                            "1801439850948198.3"});
  check_kept(xsd::double_, {"0.0E0", "-0.0E0", "1.0E0", "-1.5E0", "3.1415926535897E0", "1.0E-7",
                            "9.9999999999999E307", "1.0E-307", "INF", "-INF", "NaN"});
  check_kept(xsd::date, {"2024-02-29", "2024-02-29Z", "2024-02-29-06:00", "2024-02-29+05:45",
                         "2024-02-29+00:00", "2024-02-29-00:00", "0000-01-01+14:00",
                         "9999-12-31-14:00", "1970-01-01"});
  check_kept(xsd::date_time,
             {"2024-05-01T12:30:45", "2024-05-01T12:30:45Z", "2024-05-01T12:30:45.5-06:00",
              "2024-05-01T12:30:45.500", "2024-05-01T12:30:45.000Z", "1969-12-31T23:59:59.999Z",
              "0000-01-01T00:00:00+14:00", "9999-12-31T23:59:59.99-14:00",
              "2024-05-01T00:00:00+00:00"});
}

TEST_CASE("other lexical forms, and what is no value, need the dictionary") {
  check_left_to_dictionary(xsd::boolean, {"1", "0", "TRUE", "", " true"});
  check_left_to_dictionary(xsd::integer, {"", "-", "+1", "-0", "007", " 1", "1 ", "1.0", "one",
                                          "576460752303423488", "-576460752303423489",
                                          "99999999999999999999999999"});
  check_left_to_dictionary(xsd::decimal, {"", ".5", "5.", "+1.0", "-0.0", "-0", "01.0", "1.0e0",
                                          "1.-5", "0.0000000000000000001", "18014398509481984",
                                          "1801439850948198.4", "123456789012345678901.0"});
  check_left_to_dictionary(xsd::double_,
                           {"", "1", "1.5", "1.5e0", "1E0", "1.E0", "1.50E0", "15.0E0", "0.5E0",
                            "1.0E+5", "1.0E05", "1.0E-0", "+INF", "nan", "-NaN", "1.0E308",
                            "1.0E-308", "1.00000000000001E0", "0.0E1"});
  check_left_to_dictionary(xsd::date,
                           {"", "2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "-0044-03-15",
                            "-0000-01-01", "12024-01-01", "2024-01-01+05:53", "2024-01-01+15:00",
                            "2024-01-01z", "2024-01-01T00:00:00", " 2024-01-01"});
  check_left_to_dictionary(xsd::date_time,
                           {"", "2024-05-01", "2024-05-01T24:00:00", "2024-05-01T12:30:60",
                            "2024-05-01T12:30", "2024-05-01T12:30:45.", "2024-05-01T12:30:45.1234",
                            "2024-05-01 12:30:45", "-2024-05-01T12:30:45"});
  check_left_to_dictionary(xsd::string, {"1", "true"});
  check_left_to_dictionary(xsd::float_, {"1.0E0"});
  CHECK_FALSE(inline_id(language_literal("1", "en")));
  CHECK_FALSE(inline_id(iri("http://www.w3.org/2001/XMLSchema#integer")));
}

TEST_CASE("the order of ids is the order of values") {
  check_ascending(xsd::boolean, {"false", "true"});
  check_ascending(xsd::integer, {"-576460752303423488", "-10", "-9", "-1", "0", "1", "9", "10",
                                 "576460752303423487"});
  check_ascending(xsd::decimal, {"-81500.00", "-0.01", "0.00", "0.01", "9.99", "81500.00"});
  check_ascending(xsd::double_, {"-INF", "-2.0E10", "-1.0E10", "-1.5E0", "-1.0E-9", "-0.0E0",
                                 "0.0E0", "1.0E-9", "2.0E-9", "1.0E0", "1.5E0", "1.0E1", "INF"});
  check_ascending(xsd::date,
                  {"0000-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"});
  check_ascending(xsd::date,
                  {"2024-03-01+14:00", "2024-03-01+00:00", "2024-03-01-06:00", "2024-03-02Z"});
  check_ascending(xsd::date_time,
                  {"2024-05-01T12:00:00", "2024-05-01T12:00:00.001", "2024-05-01T12:00:01"});
  check_ascending(xsd::date_time, {"2024-05-01T12:00:00+02:00", "2024-05-01T11:00:00Z",
                                   "2024-05-01T06:00:00-06:00"});
}

TEST_CASE("values are read from ids without their text") {
  CHECK(integer_value(*id_of("-42", xsd::integer)) == -42);
  CHECK(decimal_value(*id_of("-81500.00", xsd::decimal)) == FixedPoint{-8150000, 2});
  CHECK(boolean_value(*id_of("true", xsd::boolean)));
  CHECK(double_value(*id_of("1.0E23", xsd::double_)) == 1e23);
  CHECK(double_value(*id_of("-4.9E-300", xsd::double_)) == -4.9e-300);
  CHECK(std::isnan(double_value(*id_of("NaN", xsd::double_))));
  CHECK(std::signbit(double_value(*id_of("-0.0E0", xsd::double_))));
  CHECK(time_line_milliseconds(*id_of("1970-01-02", xsd::date)) == 86'400'000);
  CHECK(time_line_milliseconds(*id_of("1970-01-01T00:00:00.25-06:00", xsd::date_time)) ==
        6 * 3'600'000 + 250);
  CHECK(time_line_milliseconds(*id_of("1969-12-31T23:59:59.999Z", xsd::date_time)) == -1);
  CHECK(zone_minutes(*id_of("2024-01-01-06:15", xsd::date)) == -375);
  CHECK(zone_minutes(*id_of("2024-01-01+00:00", xsd::date)) == 0);
  CHECK(zone_minutes(*id_of("2024-01-01", xsd::date)) == std::nullopt);
}

TEST_CASE("times in ids compare as XSD says") {
  const auto order = [](std::string_view a, std::string_view b) {
    return compare_times(id_of(a, xsd::date).value(), id_of(b, xsd::date).value());
  };
  CHECK(is_eq(order("2006-08-23Z", "2006-08-23+00:00")));
  CHECK(is_lt(order("2006-08-23+01:00", "2006-08-23Z")));
  CHECK(order("2006-08-23", "2006-08-23Z") == std::partial_ordering::unordered);
  CHECK(is_gt(order("2006-08-23Z", "2006-08-22")));
}

TEST_CASE("computed values get the id that their literal would get") {
  CHECK(inline_integer(7) == id_of("7", xsd::integer));
  CHECK_FALSE(inline_integer(std::numeric_limits<std::int64_t>::min()));
  CHECK(inline_decimal({150, 2}) == id_of("1.50", xsd::decimal));
  CHECK_FALSE(inline_decimal({std::int64_t{1} << 54U, 0}));
  CHECK(inline_double(1e23) == id_of("1.0E23", xsd::double_));
  CHECK(inline_double(-0.25) == id_of("-2.5E-1", xsd::double_));
  CHECK(inline_double(0.0) == id_of("0.0E0", xsd::double_));
  CHECK(inline_double(-INFINITY) == id_of("-INF", xsd::double_));
  CHECK(inline_double(NAN) == id_of("NaN", xsd::double_));
  CHECK_FALSE(inline_double(0.1 + 0.2));
  CHECK_FALSE(inline_double(5e-324));
}

TEST_CASE("random doubles of up to fourteen digits survive the id") {
  std::mt19937_64 random(20240501);
  std::uniform_int_distribution<std::int64_t> digits(1, 99'999'999'999'999);
  std::uniform_int_distribution<int> power(-300, 280);
  for (int i = 0; i < 20'000; ++i) {
    const double value =
        std::stod(std::to_string(digits(random)) + "e" + std::to_string(power(random)));
    const auto id = inline_double(value);
    REQUIRE(id);
    REQUIRE(double_value(*id) == value);
    REQUIRE(inline_id(inline_term(*id)) == id);
  }
}

TEST_CASE("The value of a date is read from its id as from its text") {
  using namespace tela::rdf;
  for (const std::string text : {"0000-01-01", "1969-12-31Z", "1970-01-01", "2024-02-29+14:00",
                                 "9999-12-31-14:00", "2000-01-01-00:00"}) {
    INFO(text);
    const auto id = inline_id({TermKind::literal, text, xsd::date, {}});
    REQUIRE(id);
    CHECK(date_time_value(*id) == parse_date_time(text, DateTimeKind::date));
  }
  for (const std::string text : {"0000-01-01T00:00:00", "1969-12-31T23:59:59.999Z",
                                 "2024-05-01T12:00:00.25+05:45", "9999-12-31T23:59:59"}) {
    INFO(text);
    const auto id = inline_id({TermKind::literal, text, xsd::date_time, {}});
    REQUIRE(id);
    CHECK(date_time_value(*id) == parse_date_time(text, DateTimeKind::date_time));
  }
}
