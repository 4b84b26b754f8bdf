#include "records/written_date.h"

#include <catch2/catch.hpp>

using namespace tela::records;

namespace {

/// The ISO date, "2019?" where day and month are in doubt, or "none".
std::string read(std::string_view value, DayOrder order = DayOrder::unknown) {
  const auto date = read_year_or_date(value, order);
  if (!date) return "none";
  return date->iso + (date->is_doubtful ? "?" : "");
}

} // namespace

TEST_CASE("dates as pages write them") {
  CHECK(find_date("Genève, le 2 mai 2024 :")->iso == "2024-05-02");
  CHECK(find_date("November 14, 2018")->iso == "2018-11-14");
  CHECK(find_date("23 de julio de 2019")->iso == "2019-07-23");
  CHECK(find_date("le 19/02/2012 14:25:04")->iso == "2012-02-19");
  CHECK(find_date("02/19/2012")->iso == "2012-02-19");
  CHECK(find_date("1er août 2019")->iso == "2019-08-01");
  CHECK_FALSE(find_date("du 9 juin"));
  CHECK_FALSE(find_date("99/99/2012"));
  CHECK_FALSE(find_date("31 février 2020"));
  CHECK(is_date_line("Media release 23 October 2017"));
  CHECK_FALSE(is_date_line("On 13 October 2017 the ferrymen of nine lakes met in town"));
}

TEST_CASE("values that are a year or a date of the calendar") {
  CHECK(read("2019") == "2019");
  CHECK(read("2019.0") == "2019");
  CHECK(read("31/12/2020") == "2020-12-31");
  CHECK(read("12/31/2020") == "2020-12-31");
  CHECK(read("2020-12-31T00:00:00Z") == "2020-12-31");
  CHECK(read("2020-12-31 00:00:00") == "2020-12-31");
  CHECK(read("1/15/2010 12:00:00 AM") == "2010-01-15");
  CHECK(read("31-Dec-2020") == "2020-12-31");
  CHECK(read("3 déc. 2020") == "2020-12-03");
  CHECK(read("2.3.2020") == "2020-03-02"); // with points the day is first everywhere
  for (const char* bad :
       {"31/02/2020", "29/02/2019", "31/12/20", "20x5", "32/13/2020", "2020-13-01", "12.31.2020",
        "juin 2022", "2019-2020", "43831", "1x/2/2020"}) {
    CAPTURE(bad);
    CHECK(read(bad) == "none");
  }
}

TEST_CASE("nobody guesses which number is the day") {
  CHECK(read("02/03/2020") == "2020?");
  CHECK(read("02/02/2020") == "2020-02-02");
  CHECK(read("02/03/2020", DayOrder::day_first) == "2020-03-02");
  CHECK(read("02/03/2020", DayOrder::month_first) == "2020-02-03");
  CHECK(read("02/03/2020", DayOrder::disputed) == "2020?");
  CHECK(read("13/03/2020", DayOrder::month_first) == "2020-03-13");
  CHECK(shown_order("13/03/2020") == DayOrder::day_first);
  CHECK(shown_order("03/13/2020") == DayOrder::month_first);
  CHECK(shown_order("03/04/2020") == DayOrder::unknown);
  CHECK(shown_order("2020-03-13") == DayOrder::unknown);
  CHECK(common_order(DayOrder::day_first, DayOrder::month_first) == DayOrder::disputed);
  CHECK(order_in("es-MX") == DayOrder::day_first);
  CHECK(order_in("en") == DayOrder::unknown);
}
