#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::events;
using test::codes;
using test::country;
using test::meeting;

TEST_CASE("who takes part in a meeting is not where it is held") {
  const auto french = meeting(
      "fr", "Nouvelles de la semaine",
      "Le Honduras et le Guatemala ont participé à la Conférence régionale sur les migrations.");
  CHECK(country(french).empty());
  CHECK(codes(french.participants) == test::Codes{"HN", "GT"});
  const auto spanish =
      meeting("es", "Noticias de la semana",
              "Honduras y Guatemala participaron en la Conferencia Regional sobre Migración.");
  CHECK(country(spanish).empty());
  CHECK(codes(spanish.participants) == test::Codes{"HN", "GT"});
  for (const std::string verb : {"attended", "took part in", "participated in", "travelled to"}) {
    INFO(verb);
    const auto english = meeting("en", "News of the week",
                                 "Honduras and Guatemala " + verb +
                                     " the meeting of the Regional Conference on Migration.");
    CHECK(country(english).empty());
    CHECK(codes(english.participants) == test::Codes{"HN", "GT"});
  }
  CHECK(country(meeting("pt", "Notícias da semana",
                        "O Brasil e a Argentina tomaram parte na reunião da Conferência "
                        "Sul-Americana sobre Migrações."))
            .empty());
  CHECK(country(meeting("en", "The Regional Conference on Migration meets",
                        "Honduras hosted the meeting of the Regional Conference on Migration.")) ==
        "HN");
}

TEST_CASE("the host country presides") {
  const auto english =
      meeting("en", "Regional Conference on Migration",
              "The Regional Conference on Migration met in Tegucigalpa, Honduras. The host country "
              "holds the Pro Tempore Presidency.");
  CHECK(codes(english.chairs) == test::Codes{"HN"});
  const auto french = meeting("fr", "Processus de Rabat",
                              "Le Processus de Rabat s'est réuni à Dakar, au Sénégal. Le pays hôte "
                              "assure la présidence.");
  CHECK(codes(french.chairs) == test::Codes{"SN"});
  CHECK(meeting("en", "Regional Conference on Migration", "The host country holds the presidency.")
            .chairs.empty());
}

TEST_CASE("labels are read as what they say") {
  const auto event =
      meeting("es", "Acta de la XXI Conferencia Suramericana sobre Migraciones",
              "Se reunieron los representantes de los Estados miembros en Lima.\n\nPresentes: "
              "Argentina, Brasil, Colombia\nAusentes: Bolivia\nPresidencias anteriores: Uruguay");
  CHECK(codes(event.participants) == test::Codes{"AR", "BR", "CO", "UY"});
  CHECK(codes(event.others) == test::Codes{"BO"});
  CHECK(event.chairs.empty());
  const auto below_empty_line =
      meeting("es", "Acta de la XXI Conferencia Suramericana sobre Migraciones",
              "Se reunieron en Lima.\n\nPresidencia: Perú\nRelatoría: Colombia");
  CHECK(codes(below_empty_line.chairs) == test::Codes{"PE"});
  const auto of_process = meeting("en", "Thematic meeting on legal migration",
                                  "Date: 27-28 June 2023\nVenue: Lisbon, Portugal\nChair of the "
                                  "Rabat Process: Morocco\n\nExperts of Senegal will speak.");
  REQUIRE(of_process.process != nullptr);
  CHECK(of_process.process->id == "rabat-process");
  CHECK(of_process.place == "Lisbon");
  CHECK(of_process.start == "2023-06-27");
  CHECK(codes(of_process.chairs) == test::Codes{"MA"});
}

TEST_CASE("neither of two takes part") {
  const auto english = meeting("en", "Almaty Process meets",
                               "The Almaty Process met in Bishkek. Tajikistan and Turkmenistan "
                               "spoke; neither Afghanistan nor Kazakhstan sent anyone.");
  CHECK(codes(english.others) == test::Codes{"AF", "KZ"});
  const auto spanish = meeting("es", "Conferencia Regional sobre Migración",
                               "La Conferencia se reunió en Managua. Asistió Belice; ni Canadá ni "
                               "Panamá enviaron delegados.");
  CHECK(codes(spanish.others) == test::Codes{"CA", "PA"});
}

TEST_CASE("a first of the year or of a presidency is no first edition") {
  CHECK_FALSE(meeting("fr", "Première réunion de hauts fonctionnaires sous présidence française",
                      "Le Processus de Khartoum s'est réuni à Paris.")
                  .edition);
  CHECK_FALSE(meeting("es", "Reunión en Santo Domingo",
                      "Se celebró en Santo Domingo la primera reunión del año de la Conferencia "
                      "Regional sobre Migración.")
                  .edition);
  CHECK(meeting("en", "Quito Process",
                "The first meeting of the Quito Process was held in Quito in 2018.")
            .edition == 1);
}

TEST_CASE("who holds the chair and will hand it over presides still") {
  const auto spanish =
      meeting("es", "Conferencia Suramericana sobre Migraciones",
              "La Conferencia se reunió en Buenos Aires. Argentina, que ocupa la presidencia pro "
              "tempore, entregará el mando el año próximo.");
  CHECK(codes(spanish.chairs) == test::Codes{"AR"});
  const auto english =
      meeting("en", "South American Conference on Migration",
              "The Conference met in Lima. Peru will take over the presidency next year.");
  CHECK(english.chairs.empty());
}

TEST_CASE("who is no member, or did not sign, takes no part") {
  CHECK(codes(meeting("pt", "Ministros do Diálogo 5+5",
                      "Os ministros do Diálogo 5+5 reuniram-se em Lisboa. O Egito não integra o "
                      "fórum.")
                  .participants)
            .empty());
  CHECK(codes(meeting("es", "Proceso de Quito",
                      "El Proceso de Quito se reunió en Lima.\n\nPaíses que no firmaron: Bolivia, "
                      "Uruguay")
                  .others) == test::Codes{"BO", "UY"});
}
