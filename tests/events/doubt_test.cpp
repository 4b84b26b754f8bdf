#include "events/doubt.h"
#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela::events;
using tela::gazetteer::Event;
using tela::gazetteer::Evidence;
using tela::gazetteer::Gazetteer;

namespace {

tela::gazetteer::StateLink state(const char* iso, double score) {
  return {Gazetteer::built_in().state(iso), Evidence{{}, iso, "part-attend-before", score}};
}

} // namespace

TEST_CASE("links below the limit are doubtful, in the order of the fields") {
  Event event;
  event.edition = 3;
  event.edition_evidence.score = 0.6;
  event.chairs = {state("MX", 0.95)};
  event.participants = {state("PE", 0.9), state("CL", 0.55)};
  const auto doubts = doubtful_links(event);
  REQUIRE(doubts.size() == 2);
  CHECK(doubts[0].part == "edition");
  CHECK(doubts[0].value == "3");
  CHECK(doubts[1].part == "participant");
  CHECK(doubts[1].value == "CL");
}

TEST_CASE("doubts of a page are one line, and none is said where all is sure") {
  Event event;
  event.participants = {state("PE", 0.55), state("CL", 0.6)};
  const auto warning = doubt_warning({event});
  REQUIRE(warning);
  CHECK(warning->message == "doubtful: participant PE (0.55); participant CL (0.60)");
  event.participants = {state("PE", 1)};
  CHECK_FALSE(doubt_warning({event}));
}

TEST_CASE("what a record states is sure") {
  auto record = test::article("en", "Notes", "Some came.");
  record.links.events.push_back({});
  record.links.events.back().process = "rcm";
  record.links.events.back().participants = {"HN"};
  CHECK_FALSE(doubt_warning(test::links_of(record).events));
}
