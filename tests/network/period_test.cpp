#include "base/error.h"
#include "network/period.h"

#include <catch2/catch.hpp>

using namespace tela::network;

TEST_CASE("a date means all the days it leaves open") {
  CHECK(days_of("1970-01-01") == Period{0, 0});
  CHECK(days_of("1970-01") == Period{0, 30});
  CHECK(days_of("1970") == Period{0, 364});
  CHECK(days_of("2024-02") == Period{19754, 19782}); // a leap year
  CHECK(days_of("2024-02-29T10:00:00Z") == Period{19782, 19782});
}

TEST_CASE("what is no date has no days") {
  for (const char* text : {"", "24", "2024-", "2024-13", "2024-00", "2023-02-29", "2024-1-1",
                           "2024-01-011", "soon", "20x4"})
    CHECK_FALSE(days_of(text));
}

TEST_CASE("days are written as they are read") {
  for (const char* text : {"1885-02-26", "1970-01-01", "2024-02-29", "9999-12-31"})
    CHECK(iso_date(days_of(text)->first) == text);
}

TEST_CASE("periods meet when they have a day in common") {
  CHECK(years(2015, 2016).overlaps(years(2016, 2019)));
  CHECK_FALSE(years(2015, 2016).overlaps(years(2017, 2019)));
  CHECK(Period{}.overlaps(years(2000, 2000)));
  CHECK(intersection(years(2015, 2018), years(2017, 2020)) == years(2017, 2018));
  CHECK(hull(years(2015, 2015), years(2019, 2019)) == years(2015, 2019));
}

TEST_CASE("slices move on by a year, or grow") {
  CHECK(slices(2015, 2018, 3, Accumulation::windowed) ==
        std::vector{years(2015, 2017), years(2016, 2018)});
  CHECK(slices(2015, 2017, 1, Accumulation::cumulative) ==
        std::vector{years(2015, 2015), years(2015, 2016), years(2015, 2017)});
  CHECK_THROWS_AS(slices(2018, 2015, 1, Accumulation::windowed), tela::base::Error);
  CHECK_THROWS_AS(slices(2015, 2018, 0, Accumulation::windowed), tela::base::Error);
}
