#include "events/written_days.h"

#include <catch2/catch.hpp>

using namespace tela::events;

namespace {

/// The first days of a text as "start/end".
std::string days(const std::string& text, Language language = Language::english) {
  const auto& lexicon = Gazetteer::built_in().lexicon();
  const auto tokens = tela::gazetteer::tokenise(text, lexicon.words());
  for (std::uint32_t token = 0; token < tokens.size(); ++token)
    if (const auto found = days_at({text, tokens}, token, language, lexicon))
      return iso(found->from) + "/" + iso(found->to);
  return "";
}

} // namespace

TEST_CASE("days are read before and behind the month, alone and in pairs") {
  CHECK(days("on 14 November 2018") == "2018-11-14/2018-11-14");
  CHECK(days("November 14, 2018") == "2018-11-14/2018-11-14");
  CHECK(days("19-21 November 2018") == "2018-11-19/2018-11-21");
  CHECK(days("May 3 to 5, 2019") == "2019-05-03/2019-05-05");
  CHECK(days("June 30 to July 2, 2019") == "2019-06-30/2019-07-02");
  CHECK(days("les 12 et 13 février 2012", Language::french) == "2012-02-12/2012-02-13");
  CHECK(days("Le 25 et le 26 juin 2014", Language::french) == "2014-06-25/2014-06-26");
  CHECK(days("entre el 8 y el 11 de noviembre de 2010", Language::spanish) ==
        "2010-11-08/2010-11-11");
  CHECK(days("a los 24 y 25 días del mes de julio de 2024", Language::spanish) ==
        "2024-07-24/2024-07-25");
  CHECK(days("del 30 de junio al 2 de julio de 2022", Language::spanish) ==
        "2022-06-30/2022-07-02");
}

TEST_CASE("days of an agenda have weekdays and hours between") {
  CHECK(days("Monday, 10 June 2019 - Tuesday, 11 June 2019") == "2019-06-10/2019-06-11");
  CHECK(days("Wednesday, 15 June 2016, 9:00 - Thursday, 16 June 2016, 14:00") ==
        "2016-06-15/2016-06-16");
  CHECK(days("08-11-2016, Kampala:") == "2016-11-08/2016-11-08");
}

TEST_CASE("what ends before it begins began in the year before") {
  CHECK(days("30 December to 2 January 2019") == "2018-12-30/2019-01-02");
  CHECK(days("30 December 2018 to 2 January 2019") == "2018-12-30/2019-01-02");
}

TEST_CASE("the calendar has no such day") {
  CHECK(days("on 31 February 2024").empty());
  CHECK(days("on 30 February").empty());
}
