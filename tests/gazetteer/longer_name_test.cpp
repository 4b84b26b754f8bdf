#include "gazetteer/longer_name.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// Whether `name` in `text` is only a part of what stands there.
bool is_part(const std::string& text, const std::string& name, const std::string& taken = "") {
  const test::Words words{text};
  const std::uint32_t free = taken.empty() ? 0 : words.at(taken).last;
  return part_of_longer_name(words.tokens, words.at(name), free, words.lexicon);
}

} // namespace

TEST_CASE("New before a name makes another place of it") {
  CHECK(is_part("in New Mexico today", "Mexico"));
  CHECK(is_part("en Nueva Guinea", "Guinea"));
  CHECK_FALSE(is_part("the new Mexico office", "Mexico")); // no capital
  CHECK_FALSE(is_part("In Mexico today", "Mexico"));
}

TEST_CASE("a compass word makes another of a name that several states share") {
  CHECK(is_part("South Korea and North Guinea", "Guinea"));
  CHECK(is_part("le Congo du Nord", "Congo"));
  CHECK_FALSE(is_part("in north Guinea", "Guinea"));
  CHECK_FALSE(is_part("in Northern Peru", "Peru")); // there is one Peru
}

TEST_CASE("the words of a polity before a shared name make it another's") {
  CHECK(is_part("People's Republic of Korea", "Korea"));
  CHECK(is_part("the Republic of Guinea", "Guinea"));
  CHECK_FALSE(is_part("the Republic of Peru", "Peru"));
}

TEST_CASE("rivers and gulfs beside a name are no state") {
  CHECK(is_part("le canal de Panama", "Panama"));
  CHECK(is_part("el río Congo", "Congo"));
  CHECK(is_part("along the Niger River", "Niger"));
  CHECK_FALSE(is_part("Niger, River Street", "Niger"));
}

TEST_CASE("the nationality of another beside a name was a colony's") {
  CHECK(is_part("French Togo", "Togo"));
  CHECK(is_part("le Congo belge", "Congo"));
  CHECK_FALSE(is_part("some french Togo", "Togo"));
  CHECK_FALSE(is_part("In Mexico Honduran families met.", "Mexico")); // opens the next phrase
}

TEST_CASE("money says of a state's name what it is called by") {
  CHECK(is_part("50 US dollars", "US"));
  CHECK(is_part("US$ 300", "US"));
  CHECK(is_part("dólares de EE. UU.", "EE. UU."));
  CHECK_FALSE(is_part("the US pays in dollars", "US"));
}

TEST_CASE("words that belong to the name before are not looked at") {
  CHECK(is_part("New Mexico", "Mexico"));
  CHECK_FALSE(is_part("Papua New Mexico", "Mexico", "Papua New"));
}
