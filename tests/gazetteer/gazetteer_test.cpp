#include "base/file.h"
#include "data_folder.h"
#include "gazetteer/gazetteer.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::gazetteer;
using test::data_folder;
using test::DataFolder;

namespace {

std::string message_of(const DataFolder& folder) {
  return test::refusal([&] { std::ignore = Gazetteer::load(folder.path()); });
}

} // namespace

TEST_CASE("The compiled-in data are the files of data/gazetteer and data/events") {
  const auto built_in = DataFiles::built_in();
  for (const auto* name :
       {"bodies.json", "capitals.csv", "not_states.csv", "numerals.csv", "regions.csv",
        "sectors.csv", "state_names.csv", "states.csv", "themes.csv"})
    CHECK(built_in.file(name).content == tela::base::read_file(data_folder() / "gazetteer" / name));
  CHECK(built_in.file("cues.csv").content ==
        tela::base::read_file(data_folder() / "events/cues.csv"));
}

TEST_CASE("The gazetteer knows all states and bodies") {
  const auto& gazetteer = Gazetteer::built_in();
  CHECK(gazetteer.states().size() == 250); // the 249 of ISO 3166-1, and Kosovo
  CHECK(gazetteer.bodies().size() == 114);
  CHECK(gazetteer.regions().size() == 30);
  REQUIRE(gazetteer.state("CI") != nullptr);
  CHECK(label(gazetteer.state("CI")->names, "en") == "Côte d’Ivoire");
  CHECK(label(gazetteer.state("NL")->names, "fr") == "Pays-Bas");
  CHECK(gazetteer.state("HN")->m49 == "340");
  CHECK(gazetteer.region(gazetteer.state("HN")->region)->parent == "419");
  CHECK(gazetteer.state("XX") == nullptr);
  CHECK(gazetteer.theme("labour-migration") != nullptr);
}

TEST_CASE("Capitals lie somewhere") {
  const auto& gazetteer = Gazetteer::built_in();
  REQUIRE(gazetteer.state("HN")->capital_place);
  CHECK(gazetteer.state("HN")->capital_place->latitude == "14.07");
  CHECK(gazetteer.state("HN")->capital_place->longitude == "-87.19");
  for (const auto& state : gazetteer.states())
    CHECK((state.capital.empty() || state.capital_place)); // Antarctica has neither
}

TEST_CASE("Territories stand apart; associated and observer states do not") {
  const auto& gazetteer = Gazetteer::built_in();
  CHECK(gazetteer.state("KY")->territory());
  CHECK(gazetteer.state("HK")->dependency == "Part of CN");
  CHECK_FALSE(gazetteer.state("CK")->territory());
  CHECK_FALSE(gazetteer.state("PS")->territory());
}

TEST_CASE("A body says how sure its members and its facts are") {
  const auto& gazetteer = Gazetteer::built_in();
  const Body* rcm = gazetteer.body("rcm");
  REQUIRE(rcm != nullptr);
  CHECK(rcm->process());
  CHECK(rcm->members_basis == Basis::sourced);
  CHECK(std::count_if(rcm->memberships.begin(), rcm->memberships.end(),
                      [](const Membership& one) { return one.role == MemberRole::member; }) == 11);
  REQUIRE(rcm->established);
  CHECK(rcm->established->value == 1996);
  CHECK(label(rcm->names, "es") == "Conferencia Regional sobre Migración");

  const Body* quito = gazetteer.body("quito-process");
  REQUIRE(quito != nullptr);
  CHECK(quito->members_basis == Basis::partly_sourced);
  const auto french = std::find_if(quito->names.begin(), quito->names.end(),
                                   [](const Name& name) { return name.language == "fr"; });
  REQUIRE(french != quito->names.end());
  CHECK_FALSE(french->sourced);
  CHECK_FALSE(gazetteer.body("sica")->process());
}

TEST_CASE("A gazetteer can be loaded from a folder, and errors name file and line") {
  const DataFolder folder;
  CHECK(Gazetteer::load(folder.path()).states().size() == 250);

  SECTION("a name for a state that does not exist") {
    folder.append("state_names.csv", "XX,variant,en,Nowhere\n");
    CHECK_THAT(message_of(folder), Catch::Contains("state_names.csv:") && Catch::Contains("XX"));
  }
  SECTION("a capital that lies nowhere") {
    folder.append("capitals.csv", "AQ,-91.0,0.0\n");
    CHECK_THAT(message_of(folder), Catch::Contains("capitals.csv:") && Catch::Contains("-91.0"));
  }
  SECTION("a row with a field too many") {
    folder.append("themes.csv", "a,b,c,d,e,f\n");
    CHECK_THAT(message_of(folder), Catch::Contains("themes.csv:"));
  }
  SECTION("an unclosed quote") {
    folder.append("regions.csv", "999,001,\"x\n");
    CHECK_THAT(message_of(folder), Catch::Contains("closing quote"));
  }
  SECTION("no JSON") {
    folder.append("bodies.json", "]");
    CHECK_THAT(message_of(folder), Catch::Contains("bodies.json"));
  }
  SECTION("a missing file") {
    std::filesystem::remove(folder.path() / "events/cues.csv");
    CHECK_THAT(message_of(folder), Catch::Contains("cues.csv"));
  }
}
