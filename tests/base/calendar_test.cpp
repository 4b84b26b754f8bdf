#include "base/calendar.h"

#include <catch2/catch.hpp>

using namespace tela::base;

TEST_CASE("days that the calendar does not have are none") {
  CHECK(iso_text(*day_of(2020, 2, 29)) == "2020-02-29");
  CHECK_FALSE(day_of(2020, 2, 31));
  CHECK_FALSE(day_of(2019, 2, 29));
  CHECK_FALSE(day_of(2020, 13, 1));
  CHECK_FALSE(day_of(2020, 0, 1));
  CHECK_FALSE(day_of(2020, 1, 256 + 1)); // what a narrower type would take for 1
}

TEST_CASE("days and years are read whole or not at all") {
  CHECK(iso_text(*parse_iso_day("2020-12-31")) == "2020-12-31");
  for (const char* bad : {"", "2020-12-3", "2020-12-31T", "2020-02-30", "2020/12/31", "20x0-12-31"})
    CHECK_FALSE(parse_iso_day(bad));
  CHECK(parse_year("2015") == 2015);
  for (const char* bad : {"", "20x5", "20", "02015", "-201", "2015 "}) CHECK_FALSE(parse_year(bad));
}
