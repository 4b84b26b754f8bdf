#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::events;
using test::codes;

namespace {

std::vector<gazetteer::Event> meetings(std::string title, std::string body) {
  return test::links_of(test::article("en", std::move(title), std::move(body))).events;
}

} // namespace

TEST_CASE("two editions that two paragraphs tell of in full are two meetings") {
  const auto events = meetings(
      "Two years of the Regional Conference on Migration",
      "The 20th Regional Conference on Migration met in Panama City on 3 June 2015. Belize and "
      "Honduras attended.\n\nThe 21st Regional Conference on Migration met in Tegucigalpa on 5 "
      "June "
      "2016. Mexico and Canada attended.\n\nThe secretariat thanked both hosts.");
  REQUIRE(events.size() == 2);
  CHECK(events[0].edition == 20);
  CHECK(events[0].place == "Panama City");
  CHECK(codes(events[0].participants) == test::Codes{"BZ", "HN"});
  CHECK(events[1].edition == 21);
  CHECK(events[1].start == "2016-06-05");
  CHECK(codes(events[1].participants) == test::Codes{"MX", "CA"});
}

TEST_CASE("what stands behind another meeting's paragraph still belongs to the main one") {
  const auto events = meetings(
      "The 20th Regional Conference on Migration",
      "The 20th Regional Conference on Migration met in Panama City on 3 June 2015.\n\nThe 8th "
      "South "
      "American Conference on Migration met in Montevideo on 5 June 2008. Chile attended.\n\nIn "
      "Panama City, Belize and Honduras took part.");
  REQUIRE(events.size() == 2);
  CHECK(codes(events[0].participants) == test::Codes{"BZ", "HN"});
  CHECK(codes(events[1].participants) == test::Codes{"CL"});
}

TEST_CASE("an edition without its day and place is no meeting of its own") {
  const auto events = meetings(
      "The 20th Regional Conference on Migration",
      "The 20th Regional Conference on Migration met in Panama City on 3 June 2015.\n\nThe "
      "19th Regional Conference on Migration had asked for a study.\n\nBelize attended.");
  REQUIRE(events.size() == 1);
  CHECK(events.front().edition == 20);
}

TEST_CASE("a page of meetings without end is read up to a hundred, and that is said") {
  std::string body;
  for (int edition = 2; edition < 130; ++edition)
    body += "The " + std::to_string(edition) +
            "th Regional Conference on Migration met in Panama City on 3 June 2015.\n\n";
  const auto links =
      test::links_of(test::article("en", "The Regional Conference on Migration", body));
  CHECK(links.events.size() == 100);
  REQUIRE_FALSE(links.warnings.empty());
  CHECK(links.warnings.front().code == "many-meetings");
}
