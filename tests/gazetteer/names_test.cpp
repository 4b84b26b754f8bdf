#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::gazetteer;
using test::Codes;
using test::states;

TEST_CASE("articles and elisions of three languages") {
  CHECK(states("fr", "Des élus du Salvador, d’Haïti, de l'Inde et aux Philippines.") ==
        Codes{"SV", "HT", "IN", "PH"});
  CHECK(states("en", "Envoys of the Gambia and the United States.") == Codes{"GM", "US"});
  CHECK(states("es", "Los delegados del Perú, de la Argentina y EE. UU. hablaron.") ==
        Codes{"PE", "AR", "US"});
}

TEST_CASE("the longest name wins") {
  CHECK(states("fr", "La Guinée équatoriale et la Papouasie-Nouvelle-Guinée.") ==
        Codes{"GQ", "PG"});
  CHECK(states("en", "South Sudan, Sudan and the Dominican Republic.") == Codes{"SS", "SD", "DO"});
  CHECK(states("fr", "Le Niger, le Nigéria et le Cap-Vert.") == Codes{"NE", "NG", "CV"});
}

TEST_CASE("acronyms are capitals") {
  CHECK(states("fr", "Arrivés de RDC par la RCA.") == Codes{"CD", "CF"});
  CHECK(states("en", "They told us about the US.") == Codes{"US"});
  CHECK(states("en", "CONTACT US TODAY").empty());
}

TEST_CASE("names that stand for something else are no states") {
  CHECK(states("en", "Snow fell in British Columbia and New Mexico.").empty());
  CHECK(states("fr", "Un bateau a coulé dans le golfe de Guinée, loin du lac Tchad.").empty());
  CHECK(states("en", "Ms Jordan Whitfield and Chad Osterman spoke.").empty());
  CHECK(states("en", "Jordan and Chad spoke.") == Codes{"JO", "TD"});
  CHECK(states("fr", "La Réunion s’est ouverte hier.").empty());
  CHECK(states("fr", "Renseignements : OIM Panama.").empty());
}

TEST_CASE("nationalities are no mentions of states") {
  CHECK(states("es", "Migrantes hondureños y haitianos cruzaron el puente.").empty());
  CHECK(states("fr", "Un ministre suisse a salué la Suisse.") == Codes{"CH"});
  CHECK(states("en", "The Argentine envoy flew to Argentina.") == Codes{"AR"});
}

TEST_CASE("in French à Panama is the city, au Panama the state") {
  CHECK(states("fr", "Ils se sont vus à Panama.").empty());
  CHECK(states("fr", "Ils se sont vus au Panama.") == Codes{"PA"});
  CHECK(states("fr", "Un vol pour Mexico.").empty());
  CHECK(states("es", "Un vuelo a México.") == Codes{"MX"});
}

TEST_CASE("the two Congos") {
  CHECK(states("fr", "Le Congo et la République démocratique du Congo (RDC).") ==
        Codes{"CG", "CD", "CD"});
  CHECK(states("en", "Boats on the Congo River.").empty());
}

TEST_CASE("a name of a state and a territory is the state in lists") {
  CHECK(states("fr", "Le Brésil, la Guyane et le Suriname signeront.") == Codes{"BR", "GY", "SR"});
  const auto alone = test::links_of(test::article("fr", "", "Un agent part pour la Guyane."));
  CHECK(alone.states.empty());
  CHECK(test::codes(alone.territories) == Codes{"GF"});
  REQUIRE(alone.warnings.size() == 1);
  CHECK(alone.warnings.front().code == "ambiguous-name");
}

TEST_CASE("a capital between states in a list stands for its state") {
  CHECK(states("fr", "Sont venus : Pérou, Saint-Domingue, Uruguay.") == Codes{"PE", "DO", "UY"});
  CHECK(states("fr", "Ils ont volé de Lima à Saint-Domingue.").empty());
}

TEST_CASE("territories stand apart from states") {
  const auto links = test::links_of(
      test::article("en", "", "Officials of Barbados, Bermuda and Hong Kong (China)."));
  CHECK(test::codes(links.states) == Codes{"BB"});
  CHECK(test::codes(links.territories) == Codes{"BM", "HK"});
}

TEST_CASE("a mention quotes the bytes it was read at") {
  auto record = test::article("fr", "", "Au Bénin.");
  for (std::size_t byte = 0; byte < record.body.value.size(); ++byte)
    record.body.offsets.push_back(100 + byte);
  record.body.end = 100 + record.body.value.size();
  const auto links = test::links_of(record);
  REQUIRE(links.states.size() == 1);
  CHECK(links.states.front().evidence.quote == "Bénin");
  CHECK(links.states.front().evidence.span == records::Span{103, 109});
}

TEST_CASE("datelines and contact lines hold no mentions") {
  auto record = test::article("en", "", "Ghana – Togo spoke. Contact: IOM Mali");
  records::Article content;
  content.sections = {{records::Part::dateline, 0, 10}, {records::Part::contact, 22, 39}};
  record.content = content;
  CHECK(test::codes(test::links_of(record).states) == Codes{"TG"});
}

TEST_CASE("themes and regions are found by their labels") {
  records::Record record;
  records::Project project;
  project.type.value = "Développement communautaire";
  project.region.value = "Asie et Océanie";
  record.content = project;
  const auto links = test::links_of(record);
  REQUIRE(links.theme);
  CHECK(links.theme->theme->id == "community-development");
  REQUIRE(links.regions.size() == 2);
  CHECK(links.regions[0].region->m49 == "009");
  CHECK(links.regions[1].region->m49 == "142");
}

TEST_CASE("unknown themes and regions are said") {
  records::Record record;
  records::Project project;
  project.type.value = "Tricot";
  project.region.value = "Lune";
  record.content = project;
  const auto links = test::links_of(record);
  CHECK_FALSE(links.theme);
  CHECK(links.warnings.size() == 2);
}

TEST_CASE("a state and the acronym of another behind a comma are two") {
  CHECK(states("fr", "le Gabon, le Congo, la RDC et le Tchad") == Codes{"GA", "CG", "CD", "TD"});
  CHECK(states("fr", "Congo (RDC), Tchad") == Codes{"CD", "TD"});
}

TEST_CASE("a region in brackets behind a state is not the state of that name") {
  CHECK(states("en", "Palau (Micronesia) and Tuvalu came.") == Codes{"PW", "TV"});
  CHECK(states("en", "Palau, Micronesia and Tuvalu came.") == Codes{"PW", "FM", "TV"});
}

TEST_CASE("a name that is more often a place is none of a state's before a comma and a state") {
  CHECK(states("es", "Se vieron en la ciudad de Antigua, Guatemala.") == Codes{"GT"});
  CHECK(states("es", "Vinieron Antigua, Guatemala y Honduras.") == Codes{"AG", "GT", "HN"});
}

TEST_CASE("a name that can be two amid commas is told") {
  const auto warnings = [](const char* text) {
    return test::links_of(test::article("en", "", text)).warnings;
  };
  const auto told = warnings("Envoys of Macao, Hong Kong, China, and Mongolia came.");
  REQUIRE(told.size() == 1);
  CHECK(told.front().code == "ambiguous-name");
  CHECK(warnings("China too. Envoys of Macao, Hong Kong, China, and Mongolia came.").empty());
  CHECK(warnings("Envoys of Hong Kong, China came.").empty());
}

TEST_CASE("a kind of state before \"and\" belongs to the name before it") {
  CHECK(states("en", "Cuba, the Dominican Republic and Haiti spoke.") == Codes{"CU", "DO", "HT"});
  CHECK(states("en", "Kazakhstan, the Kyrgyz Republic and Tajikistan.") == Codes{"KZ", "KG", "TJ"});
  CHECK(states("en", "The United Kingdom and Tonga spoke.") == Codes{"GB", "TO"});
  CHECK(states("en", "The Syrian Arab Republic and Egypt.") == Codes{"SY", "EG"});
  CHECK(states("en", "The Argentine Republic and Chile.") == Codes{"AR", "CL"});
  CHECK(states("en", "The Republic of Trinidad and Tobago.") == Codes{"TT"});
  CHECK(states("en", "The United Kingdom of Great Britain and Northern Ireland.") == Codes{"GB"});
}

TEST_CASE("a state of the past that two names with hyphens make is neither of them") {
  CHECK(states("fr", "La Serbie-et-Monténégro y prit part.").empty());
  CHECK(states("fr", "La Serbie et le Monténégro y prirent part.") == Codes{"RS", "ME"});
  CHECK(states("fr", "La Bosnie-et-Herzégovine y prit part.") == Codes{"BA"});
}

TEST_CASE("money and languages are no mention of a state") {
  CHECK(states("en", "It cost US$ 300, U.S. $ 40, 50 US dollars and 3 million U.S. dollars.")
            .empty());
  CHECK(states("es", "Costó 300 dólares de EE. UU. y pesos de México.").empty());
  CHECK(states("fr", "Cela a coûté 300 $US et des dollars des États-Unis.").empty());
  CHECK(states("pt", "Custou dólares dos Estados Unidos.").empty());
  CHECK(states("en", "The US pays in dollars.") == Codes{"US"});
}
