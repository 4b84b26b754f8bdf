#include "data_folder.h"
#include "gazetteer/entity_tables.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela;
using namespace tela::gazetteer;
using Catch::Matchers::Contains;

namespace {

const std::string head =
    "iso2,iso3,m49,region,standing,dependency,least_developed,landlocked_developing,"
    "small_island_developing,capital,geonames,wikidata,currency,en,en_formal,fr,fr_formal,es,"
    "es_formal,ar,ru,zh\n";
const std::string two = head +
                        "HT,HTI,332,029,state,,x,,x,Port-au-Prince,1,Q790,HTG,Haiti,the Republic "
                        "of Haiti,Haïti,la République d'Haïti,Haití,,,,\n"
                        "BM,BMU,060,021,territory,Territory of GB,,,,Hamilton,2,Q23635,,Bermuda,,"
                        "Bermudes,,Bermudas,,,,\n";

/// States of tables made by hand: `names` and `capitals` without their headers.
std::vector<State> states(const std::string& table, const std::string& names = "",
                          const std::string& capitals = "") {
  const test::DataFolder folder;
  folder.replace("states.csv", table);
  folder.replace("state_names.csv", "iso2,kind,language,names\n" + names);
  folder.replace("capitals.csv", "iso2,latitude,longitude\n" + capitals);
  return read_states(DataFiles::of_folder(folder.path()));
}

std::string refused(const std::string& table, const std::string& names = "",
                    const std::string& capitals = "") {
  return test::refusal([&] { std::ignore = states(table, names, capitals); });
}

/// "kind language text" of each name.
std::vector<std::string> names_of(const std::vector<Name>& names) {
  std::vector<std::string> lines;
  for (const Name& name : names)
    lines.push_back(std::string(to_string(name.kind)) + " " + name.language + " " + name.text);
  return lines;
}

} // namespace

TEST_CASE("states come by code, with what their row says") {
  const auto read = states(two);
  REQUIRE(read.size() == 2);
  const State& haiti = read[1];
  CHECK(read[0].iso2 == "BM");
  CHECK(haiti.iso3 == "HTI");
  CHECK(haiti.m49 == "332");
  CHECK(haiti.region == "029");
  CHECK(haiti.capital == "Port-au-Prince");
  CHECK(haiti.geonames == "1");
  CHECK(haiti.wikidata == "Q790");
  CHECK(haiti.currency == "HTG");
  CHECK(haiti.least_developed);
  CHECK_FALSE(haiti.landlocked_developing);
  CHECK(haiti.small_island_developing);
  CHECK_FALSE(haiti.territory());
  CHECK(read[0].territory());
  CHECK(read[0].dependency == "Territory of GB");
}

TEST_CASE(
    "a state is labelled in six languages and named formally in three; empty cells are no names") {
  CHECK(names_of(states(two)[1].names) ==
        std::vector<std::string>{"label en Haiti", "label fr Haïti", "label es Haití",
                                 "formal en the Republic of Haiti",
                                 "formal fr la République d'Haïti"});
}

TEST_CASE("more names stand in a table of their own, several to a cell") {
  const auto read = states(two, "HT,demonym,en,Haitian|Haitians\nHT,city,,Jacmel\n");
  const auto names = names_of(read[1].names);
  CHECK(std::vector(names.end() - 3, names.end()) ==
        std::vector<std::string>{"demonym en Haitian", "demonym en Haitians", "city  Jacmel"});
}

TEST_CASE("capitals have a place where the table has one") {
  const auto read = states(two, "", "HT,18.54,-72.34\n");
  REQUIRE(read[1].capital_place);
  CHECK(read[1].capital_place->latitude == "18.54");
  CHECK(read[1].capital_place->longitude == "-72.34");
  CHECK_FALSE(read[0].capital_place);
}

TEST_CASE("what is no number of degrees is no place") {
  for (const std::string place : {"91,0", "0,181", "-90.01,0", "0,-180.5", "18°,72", "1e1,0", ",0",
                                  "0,", " 1,0", "nan,0", "0,inf"}) {
    INFO(place);
    CHECK_THAT(refused(two, "", "HT," + place + "\n"),
               Contains("capitals.csv:2") && Contains("is no number of degrees"));
  }
  CHECK(refused(two, "", "HT,-90,180\n").empty());
}

TEST_CASE("words that a column does not know are refused with their line") {
  CHECK_THAT(refused(head + "HT,HTI,332,029,realm,,,,,,,,,,,,,,,,,\n"),
             Contains("states.csv:2") && Contains("unknown standing: realm"));
  CHECK_THAT(refused(two, "HT,variant,en,Hayti\nHT,pet,en,H\n"),
             Contains("state_names.csv:3") && Contains("unknown kind of name: pet"));
  CHECK_THAT(refused(two, "HT,label,en,Hayti\n"), Contains("unknown kind of name: label"));
}

TEST_CASE("a row about a state that there is not is refused with its line") {
  CHECK_THAT(refused(two, "XX,variant,en,Nowhere\n"),
             Contains("state_names.csv:2") && Contains("no state has the code XX"));
  CHECK_THAT(refused(two, "", "HT,1,1\nXX,1,1\n"),
             Contains("capitals.csv:3") && Contains("no state has the code XX"));
}

TEST_CASE("a table without one of its columns is refused by the name of the column") {
  CHECK_THAT(refused("iso2,iso3\nHT,HTI\n"), Contains("no column m49"));
  CHECK_THAT(test::refusal([] {
               std::ignore = read_themes(test::with_file("themes.csv", "id,en,fr,es\na,b,c,d\n"));
             }),
             Contains("no column variants"));
}

TEST_CASE("regions have a parent, labels, and variants in no language") {
  const auto regions = read_regions(
      test::with_file("regions.csv", "m49,parent,en,fr,es,variants\n029,419,Caribbean,Caraïbes,"
                                     "Caribe,The Islands|Antilles\n001,,World,Monde,Mundo,\n"));
  REQUIRE(regions.size() == 2);
  CHECK(regions[0].m49 == "001");
  CHECK(regions[0].parent.empty());
  CHECK(regions[1].parent == "419");
  CHECK(names_of(regions[1].names) ==
        std::vector<std::string>{"label en Caribbean", "label fr Caraïbes", "label es Caribe",
                                 "variant  The Islands", "variant  Antilles"});
}

TEST_CASE("themes and sectors come by id and code") {
  const auto themes =
      read_themes(test::with_file("themes.csv", "id,en,fr,es,variants\nb,B,,,\na,A,A2,A3,\n"));
  REQUIRE(themes.size() == 2);
  CHECK(themes[0].id == "a");
  CHECK(themes[1].names.size() == 1);
  const auto sectors = read_sectors(test::with_file(
      "sectors.csv", "code,en,fr,es\n15190,Migration,Migration,Migración\n151,Government,,\n"));
  REQUIRE(sectors.size() == 2);
  CHECK(sectors[0].code == "151");
  CHECK(sectors[1].names.size() == 3);
}

TEST_CASE("a sector lies within one whose code is shorter") {
  CHECK(Sector{"15190", {}}.broader() == "151");
  CHECK(Sector{"151", {}}.broader() == "150");
}

TEST_CASE("a label is in the language asked for, else English, else what there is") {
  const std::vector<Name> names{{"HN", "", NameKind::acronym},
                                {"Haïti", "fr", NameKind::label},
                                {"Haiti", "en", NameKind::label}};
  CHECK(label(names, "fr") == "Haïti");
  CHECK(label(names, "es") == "Haiti");
  CHECK(label({names[0], names[1]}, "es") == "HN");
  CHECK(label({{"Anywhere", "", NameKind::label}, names[1]}, "es") == "Anywhere");
  CHECK(label({}, "en").empty());
}
