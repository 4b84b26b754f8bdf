#include "gazetteer/state_codes.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::gazetteer;

namespace {

/// The codes of a list as ISO 3166-1 alpha-2, "?" for one that no state has; "none" for no list.
std::string codes(std::string_view list) {
  const auto found = read_state_codes(list, Gazetteer::built_in());
  if (!found) return "none";
  std::string text;
  for (const StateCode& code : *found)
    text += (text.empty() ? "" : " ") + (code.state == nullptr ? "?" : code.state->iso2);
  return text;
}

} // namespace

TEST_CASE("codes of two letters, three letters and three digits name states") {
  CHECK(codes("HN") == "HN");
  CHECK(codes("HND; SLV") == "HN SV");
  CHECK(codes("340/222|320") == "HN SV GT");
  CHECK(codes("HN, SLV 320") == "HN SV GT");
}

TEST_CASE("a number that a spreadsheet took the zeros from is the same code") {
  CHECK(codes("008") == "AL");
  CHECK(codes("8") == "AL");
}

TEST_CASE("a code beside others that no state has is kept as unknown") {
  CHECK(codes("HN, QQ") == "HN ?");
}

TEST_CASE("what is more than codes, or none that is known, is no list of codes") {
  CHECK(codes("HN and SV") == "none");
  CHECK(codes("hn") == "none");
  CHECK(codes("HNDU") == "none");
  CHECK(codes("QQ") == "none");
  CHECK(codes("") == "none");
}

TEST_CASE("alone, NA and NO are what tables write for nothing") {
  CHECK(codes("NA") == "?");
  CHECK(codes("NO") == "?");
  CHECK(codes("NO, SE") == "NO SE");
  CHECK(codes("NAM") == "NA");
}

TEST_CASE("a code stands at its bytes") {
  const auto found = read_state_codes(" HN ;SLV", Gazetteer::built_in());
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK((*found)[0].start == 1);
  CHECK((*found)[0].end == 3);
  CHECK((*found)[1].start == 5);
  CHECK((*found)[1].end == 8);
}
