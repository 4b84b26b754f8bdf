#include "rdf/calendar.h"
#include "rdf/date_time.h"
#include "rdf/namespaces.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace tela::rdf;

namespace {

std::string canonical(std::string_view lexical, DateTimeKind kind) {
  const auto value = parse_date_time(lexical, kind);
  return value ? to_string(*value) : "invalid";
}

Instant instant_of(std::string_view lexical, DateTimeKind kind = DateTimeKind::date_time) {
  return instant(parse_date_time(lexical, kind).value());
}

} // namespace

TEST_CASE("every day of eight centuries has its number") {
  std::int64_t number = days_from_civil({1600, 1, 1});
  for (std::int64_t year = 1600; year < 2400; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++number) {
        REQUIRE(days_from_civil({year, month, day}) == number);
        REQUIRE(civil_from_days(number) == CivilDate{year, month, day});
      }
    }
  }
  CHECK(days_from_civil({0, 1, 1}) == -719'528);
  CHECK(civil_from_days(days_from_civil({-4713, 11, 24})) == CivilDate{-4713, 11, 24});
}

TEST_CASE("lexical forms have a canonical form") {
  const std::vector<std::pair<std::string, std::string>> date_times{
      {"2024-05-01T12:30:45", "2024-05-01T12:30:45"},
      {"2024-05-01T12:30:45.500Z", "2024-05-01T12:30:45.5Z"},
      {"2024-05-01T12:30:45.000+00:00", "2024-05-01T12:30:45Z"},
      {"2024-05-01T12:30:45-06:30", "2024-05-01T12:30:45-06:30"},
      {"2024-12-31T24:00:00", "2025-01-01T00:00:00"},
      {"2024-02-28T24:00:00.0Z", "2024-02-29T00:00:00Z"},
      {"-0044-03-15T12:00:00", "-0044-03-15T12:00:00"},
      {"0000-02-29T12:00:00", "0000-02-29T12:00:00"},
      {"-0000-01-01T00:00:00", "0000-01-01T00:00:00"},
      {"12024-01-01T00:00:00", "12024-01-01T00:00:00"},
      {"2024-01-01T00:00:00.123456789012345678", "2024-01-01T00:00:00.123456789012345678"},
  };
  for (const auto& [lexical, expected] : date_times)
    CHECK(canonical(lexical, DateTimeKind::date_time) == expected);
  CHECK(canonical("2024-02-29+13:00", DateTimeKind::date) == "2024-02-29+13:00");
  CHECK(canonical("24:00:00", DateTimeKind::time) == "00:00:00");
  CHECK(canonical("23:59:59.9-00:00", DateTimeKind::time) == "23:59:59.9Z");
  CHECK(canonical("2024", DateTimeKind::g_year) == "2024");
  CHECK(canonical("-0044Z", DateTimeKind::g_year) == "-0044Z");
  CHECK(canonical("2024-05", DateTimeKind::g_year_month) == "2024-05");
}

TEST_CASE("what is no date or time is refused") {
  for (const auto* lexical : {"",
                              "2024-05-01",
                              "2024-05-01T",
                              "2024-05-01T12:30",
                              "2024-05-01T12:30:60", // no leap seconds
                              "2024-05-01T24:00:01",
                              "2024-05-01T24:00:00.001",
                              "2024-05-01T25:00:00",
                              "2024-05-01T12:60:00",
                              "2024-05-01T12:30:45.",
                              "2024-05-01T12:30:45,5",
                              "2024-05-01t12:30:45",
                              "2024-05-01 12:30:45",
                              "2024-5-01T12:30:45",
                              "24-05-01T12:30:45",
                              "02024-05-01T12:30:45",
                              "+2024-05-01T12:30:45",
                              "2024-05-01T12:30:45z",
                              "2024-05-01T12:30:45+14:01",
                              "2024-05-01T12:30:45+13:60",
                              "2024-05-01T12:30:45+1:00",
                              "2024-05-01T12:30:45+0100",
                              " 2024-05-01T12:30:45",
                              "2024-05-01T12:30:45 ",
                              "2023-02-29T00:00:00",
                              "1900-02-29T00:00:00",
                              "2024-04-31T00:00:00",
                              "1234567890-01-01T00:00:00",
                              "999999999-12-31T24:00:00"}) {
    INFO(lexical);
    CHECK_FALSE(parse_date_time(lexical, DateTimeKind::date_time));
  }
  CHECK_FALSE(parse_date_time("2024-05-01T00:00:00", DateTimeKind::date));
  CHECK_FALSE(parse_date_time("24", DateTimeKind::g_year));
  CHECK_FALSE(parse_date_time("2024-13", DateTimeKind::g_year_month));
  CHECK_FALSE(parse_date_time("12:00", DateTimeKind::time));
}

TEST_CASE("values lie on one time line, no zone being UTC") {
  CHECK(instant_of("1970-01-01T00:00:00Z") == Instant{0, 0});
  CHECK(instant_of("1970-01-01T00:00:00") == Instant{0, 0});
  CHECK(instant_of("1969-12-31T23:59:59.75Z") == Instant{-1, 750'000'000'000'000'000});
  CHECK(instant_of("2024-05-01T12:00:00+02:00") == instant_of("2024-05-01T10:00:00Z"));
  CHECK(instant_of("2024-05-01T12:00:00-06:00") > instant_of("2024-05-01T12:00:00Z"));
  CHECK(instant_of("2024-05-01", DateTimeKind::date) == instant_of("2024-05-01T00:00:00"));
  CHECK(instant_of("2024", DateTimeKind::g_year) == instant_of("2024-01-01T00:00:00"));
  CHECK(instant_of("12:00:00", DateTimeKind::time) == instant_of("1972-12-31T12:00:00"));
}

TEST_CASE("a missing zone leaves fourteen hours open") {
  const auto order = [](std::string_view a, std::string_view b) {
    return compare(parse_date_time(a, DateTimeKind::date_time).value(),
                   parse_date_time(b, DateTimeKind::date_time).value());
  };
  constexpr auto unordered = std::partial_ordering::unordered;
  CHECK(is_eq(order("2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00Z")));
  CHECK(is_lt(order("2024-05-01T12:00:00", "2024-05-01T12:00:01")));
  CHECK(order("2024-05-01T12:00:00", "2024-05-01T12:00:00Z") == unordered);
  CHECK(order("2024-05-01T12:00:00Z", "2024-05-02T02:00:00") == unordered);
  CHECK(is_lt(order("2024-05-01T12:00:00Z", "2024-05-02T02:00:01")));
  CHECK(is_gt(order("2024-05-02T02:00:00.001", "2024-05-01T12:00:00Z")));
  CHECK(compare(parse_date_time("2024-05-01", DateTimeKind::date).value(),
                parse_date_time("2024-05-01T00:00:00", DateTimeKind::date_time).value()) ==
        unordered);
}

TEST_CASE("an instant has a local time in every zone") {
  for (const auto* lexical : {"2024-02-29T23:59:59.5+14:00", "-0001-12-31T00:00:00-14:00",
                              "1970-01-01T00:00:00Z", "1969-12-31T23:59:59-00:30"}) {
    const auto value = parse_date_time(lexical, DateTimeKind::date_time).value();
    CHECK(date_time_at(instant(value), value.kind, value.zone_minutes) == value);
  }
  CHECK(to_string(date_time_at(Instant{-1, 0}, DateTimeKind::date_time, std::nullopt)) ==
        "1969-12-31T23:59:59");
}

TEST_CASE("datatype IRIs and kinds belong together") {
  for (const auto kind : {DateTimeKind::date_time, DateTimeKind::date, DateTimeKind::time,
                          DateTimeKind::g_year_month, DateTimeKind::g_year})
    CHECK(date_time_kind(datatype_of(kind)) == kind);
  CHECK_FALSE(date_time_kind(xsd::integer));
}
