#include "gazetteer/ambiguity.h"
#include "sentences.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;
using Kind = Reading::Kind;

namespace {

/// How `name` is read in a text: "rule CODE", or the kind alone where it is no state.
std::string read(const std::string& language, const std::string& text, const std::string& name) {
  const auto record = test::article(language, "", text);
  const Gazetteer& gazetteer = Gazetteer::built_in();
  const Passage passage(record, gazetteer.lexicon().words());
  const std::string_view whole = passage.whole_text();
  Range range;
  while (passage.tokens()[range.first].start < whole.find(name)) ++range.first;
  const auto hit = gazetteer.lexicon().longest_name(passage.tokens(), range.first);
  range.last = range.first + static_cast<std::uint32_t>(hit.length);
  REQUIRE(passage.text(range) == name);
  const Reading reading = read_name(passage, range, hit.meanings, gazetteer);
  switch (reading.kind) {
  case Kind::nothing:
    return "nothing";
  case Kind::demonym:
    return "demonym " + test::code(reading.state);
  case Kind::city:
    return std::string(reading.rule) + " " + test::code(reading.state);
  case Kind::state:
    return std::string(reading.rule) + " " + test::code(reading.state);
  case Kind::state_in_list:
    return std::string(reading.rule) + " " + test::code(reading.state) +
           (reading.unlisted == Reading::none ? "" : " else " + test::code(reading.unlisted));
  }
  return "";
}

} // namespace

TEST_CASE("a name of the page's language is the state, one of another counts a little less") {
  CHECK(read("en", "Delegates of Germany came.", "Germany") == "state-name DE");
  CHECK(read("fr", "Delegates of Germany came.", "Germany") == "state-name-other-language DE");
  CHECK(read("ar", "Delegates of Germany came.", "Germany") == "state-name DE"); // no grammar of it
}

TEST_CASE("a former name is still a name") {
  CHECK(read("en", "Delegates of Swaziland came.", "Swaziland") == "former-name SZ");
}

TEST_CASE("names are capitalised, acronyms are capitals that stand out") {
  CHECK(read("en", "We ate turkey.", "turkey") == "nothing");
  CHECK(read("en", "Sent to the US today.", "US") == "state-acronym US");
  CHECK(read("en", "It told us all.", "us") == "nothing");
  CHECK(read("en", "CONTACT US TODAY", "US") == "nothing");
}

TEST_CASE("behind the acronym of an organisation a name is its office") {
  CHECK(read("fr", "Appeler OIM Haïti.", "Haïti") == "nothing");
  CHECK(read("fr", "Appeler Haïti.", "Haïti") == "state-name HT");
}

TEST_CASE("a given name beside a stranger is a person") {
  CHECK(read("en", "So Jordan Whitfield spoke.", "Jordan") == "nothing");
  CHECK(read("en", "So Jordan spoke.", "Jordan") == "state-name JO");
  CHECK(read("en", "Yesterday Jordan spoke.", "Jordan") == "state-name JO"); // opens the sentence
}

TEST_CASE("names that are more often something else count in lists only") {
  CHECK(read("es", "Fueron a San Martín ayer.", "San Martín").starts_with("state-name-in-list"));
  CHECK(read("fr", "La Réunion est finie.", "Réunion") == "nothing");
}

TEST_CASE("a name that a state shares with a territory is the state in lists, else the territory") {
  CHECK(read("fr", "Partis pour la Guyane.", "Guyane") == "shared-name GY else GF");
}

TEST_CASE("in French à Panama is the city, au Panama the state, Mexico always the city") {
  CHECK(read("fr", "Vus à Panama hier.", "Panama") == "french-city PA");
  CHECK(read("fr", "Vus au Panama hier.", "Panama") == "state-name PA");
  CHECK(read("fr", "Vus dans Mexico hier.", "Mexico") == "french-city MX");
  CHECK(read("en", "Seen in Mexico.", "Mexico") == "state-name MX");
}

TEST_CASE("a city is the state's, and no state") {
  CHECK(read("es", "Se vieron en Tegucigalpa.", "Tegucigalpa") == "city HN");
}

TEST_CASE("an adjective is no name, be it spelt as one") {
  CHECK(read("en", "Some Honduran families.", "Honduran") == "demonym HN");
  CHECK(read("fr", "Un ministre suisse.", "suisse") == "demonym CH");
  CHECK(read("fr", "Venus de Suisse.", "Suisse") == "state-name CH");
}
