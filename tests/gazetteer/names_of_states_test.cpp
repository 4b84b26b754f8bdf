#include "base/data_table.h"
#include "base/file.h"
#include "gazetteer/state_list.h"
#include "sentences.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace tela;
using namespace tela::gazetteer;
using tela::base::DataTable;
using tela::base::split_names;
using test::Codes;

namespace {

using CodeSet = std::set<std::string>;

/// A name as ISO 3166, M49, UNTERM, the World Bank or a map writes it. The code is empty for a name
/// that looks like one and is none.
struct ListedName {
  std::string code, language, name;
};

std::vector<ListedName> listed_names() {
  const std::string content =
      base::read_file(tests::source_folder() / "tests/gazetteer/names_of_states.csv");
  const DataTable table("names_of_states.csv", content);
  std::vector<ListedName> names;
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto fields = table.row(index).fields;
    names.push_back({fields[table.column("code")], fields[table.column("language")],
                     fields[table.column("name")]});
  }
  return names;
}

/// A text around a name, the states that it names besides, and the language it is in.
struct Frame {
  std::string language, before, behind;
  CodeSet others;
};

const std::vector<Frame>& text_frames() {
  static const std::vector<Frame> frames{
      {"en", "Officials of ", " spoke on Monday.", {}},
      {"en", "Delegations of Chad, ", ", and Peru were there.", {"TD", "PE"}},
      {"en", "Present: Kenya, ", ", Jamaica and Fiji.", {"KE", "JM", "FJ"}},
      {"en", "One delegation (", ") voted.", {}},
      {"en", "Two of them (", ", Malawi) voted.", {"MW"}},
      {"en", "They came from the ", " and from Malawi.", {"MW"}},
      {"fr", "Les agents de ", " ont parlé lundi.", {}},
      {"fr", "Les délégations de Tchad, ", ", et Pérou ont parlé.", {"TD", "PE"}},
      {"fr", "Deux pays (", ", Malawi) ont voté.", {"MW"}},
      {"es", "Los agentes de ", " hablaron el lunes.", {}},
      {"es", "Las delegaciones de Chad, ", ", y Perú hablaron.", {"TD", "PE"}},
      {"es", "Dos países (", ", Malawi) votaron.", {"MW"}},
  };
  return frames;
}

CodeSet named_in_text(const std::string& language, const std::string& text) {
  const auto links = test::links_of(test::article(language, "", text));
  CodeSet found;
  for (const auto& link : links.states) found.insert(link.state->iso2);
  for (const auto& link : links.territories) found.insert(link.state->iso2);
  return found;
}

CodeSet named_in_list(const std::string& text) {
  records::StateList list;
  list.raw.value = text;
  CodeSet found;
  for (const auto& link : link_states(list, Gazetteer::built_in()).states)
    found.insert(link.state->iso2);
  return found;
}

/// The own code or nothing; what the frame names must stay.
bool true_to(const CodeSet& found, const std::string& own, const CodeSet& others) {
  CodeSet allowed = others;
  if (!own.empty()) allowed.insert(own);
  return std::includes(allowed.begin(), allowed.end(), found.begin(), found.end()) &&
         std::includes(found.begin(), found.end(), others.begin(), others.end());
}

} // namespace

TEST_CASE("a listed name in running text is its own state or none") {
  std::size_t read = 0, tried = 0;
  for (const auto& name : listed_names())
    for (const Frame& frame : text_frames()) {
      if (frame.language != name.language) continue;
      const auto found = named_in_text(name.language, frame.before + name.name + frame.behind);
      INFO(frame.before + name.name + frame.behind);
      CHECK(true_to(found, name.code, frame.others));
      tried += name.code.empty() ? 0 : 1;
      read += found.count(name.code);
    }
  CHECK(read * 100 > tried * 98);
}

TEST_CASE("a listed name in a field of states is its own state or none") {
  std::size_t read = 0, tried = 0;
  for (const auto& name : listed_names()) {
    INFO(name.name);
    const auto alone = named_in_list(name.name);
    CHECK(true_to(alone, name.code, {}));
    CHECK(true_to(named_in_list("Chad; " + name.name + "; Fiji"), name.code, {"TD", "FJ"}));
    CHECK(true_to(named_in_list("Chad, " + name.name + ", Fiji"), name.code, {"TD", "FJ"}));
    tried += name.code.empty() ? 0 : 1;
    read += alone.count(name.code);
  }
  CHECK(read * 100 > tried * 98);
}

TEST_CASE("a listed name between others, parted by spaces alone, is its own state or none") {
  for (const auto& name : listed_names()) {
    if (name.name == "China, Republic of") continue; // "Republic of Fiji" is a name itself
    const std::string text = "Chad " + name.name + " Fiji";
    INFO(text);
    const CodeSet allowed{name.code, "TD", "FJ"};
    CHECK(std::ranges::includes(allowed, named_in_list(text)));
  }
}

TEST_CASE("indexed and shortened names keep the words that they were read from") {
  const auto quotes = [](const std::string& text) {
    Codes found;
    for (const auto& link : test::links_of(test::article("en", "", text)).states)
      found.push_back(link.evidence.quote);
    return found;
  };
  CHECK(quotes("Signed by Congo (the Democratic Republic of the), Peru.") ==
        Codes{"Congo (the Democratic Republic of the)", "Peru"});
  CHECK(quotes("Signed by Korea, Democratic People's Republic of, and S. Sudan.") ==
        Codes{"Korea, Democratic People's Republic of", "S. Sudan"});
  CHECK(quotes("Signed by Dem. Rep. Of Congo.") == Codes{"Dem. Rep. Of Congo"});
}

TEST_CASE("names that stand beside each other stay apart") {
  using test::states;
  CHECK(states("en", "From Sudan, South Sudan and Guinea, Equatorial Guinea.") ==
        Codes{"SD", "SS", "GN", "GQ"});
  CHECK(states("en", "From Congo, Democratic Republic of the Congo.") == Codes{"CG", "CD"});
  CHECK(states("en", "From the Marshall Islands, Fiji and the Dominican Republic, El Salvador.") ==
        Codes{"MH", "FJ", "DO", "SV"});
  CHECK(states("fr", "Partis de la Fédération de Russie, et du Congo, RDC.") ==
        Codes{"RU", "CG", "CD"});
  CHECK(states("en", "In the South of Sudan.") == Codes{"SD"});
}

TEST_CASE("a longer name that no table has is none of its parts") {
  using test::states;
  CHECK(states("en", "In Eastern Congo, New Kenya and the People's Republic of Korea.").empty());
  CHECK(states("es", "El golfo de Honduras y el Sudán francés.").empty());
  const auto unclear =
      test::links_of(test::article("en", "", "From Viet Nam, Democratic Republic of."));
  CHECK(unclear.states.empty());
  REQUIRE(unclear.warnings.size() == 1);
  CHECK(unclear.warnings.front().code == "unclear-state");
}

TEST_CASE("names without a space between them are read in running text too") {
  CHECK(test::states("en", "Present: AngolaBotswanaLesothoSouth AfricaZimbabwe.") ==
        Codes{"AO", "BW", "LS", "ZA", "ZW"});
}

TEST_CASE("a list of codes is read as such") {
  CHECK(named_in_list("HN") == CodeSet{"HN"});
  CHECK(named_in_list("HND; GTM") == CodeSet{"HN", "GT"});
  CHECK(named_in_list("340") == CodeSet{"HN"});
  CHECK(named_in_list("8,72") == CodeSet{"AL", "BW"}); // 008 and 072 without their zeros
  CHECK(named_in_list("BW/NA/ZA") == CodeSet{"BW", "NA", "ZA"});
  CHECK(named_in_list("NA").empty()); // or "not available"
  CHECK(named_in_list("NAM") == CodeSet{"NA"});
  CHECK(named_in_list("UK").empty() == false); // an acronym, no code
  CHECK(named_in_list("HN, Guatemala") == CodeSet{"GT"});
}

TEST_CASE("a mention in a title that was cleaned has the bytes it was read at") {
  auto record = test::article("en", "Of South Sudan", "");
  record.title.span = {10, 25}; // the space between the two words has two bytes
  record.title_offsets = {10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24};
  const auto links = test::links_of(record);
  REQUIRE(links.states.size() == 1);
  CHECK(links.states.front().evidence.span == records::Span{13, 25});
}

TEST_CASE("Portuguese names of states") {
  CHECK(test::states("pt", "Delegações da Argentina, do Brasil, do Equador e do Paraguai.") ==
        Codes{"AR", "BR", "EC", "PY"});
  CHECK(test::states("pt", "Envoyés de Cabo Verde, da Guiné-Bissau e da Coreia do Norte.") ==
        Codes{"CV", "GW", "KP"});
}
