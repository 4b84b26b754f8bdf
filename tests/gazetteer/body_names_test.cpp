#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;
using test::Codes;
using test::processes;

TEST_CASE("the names of a process may vary in articles, number and case") {
  CHECK(processes("fr", "la conférence régionale sur les migrations") == Codes{"rcm"});
  CHECK(processes("en", "the Regional Conference on Migration") == Codes{"rcm"});
  CHECK(processes("fr", "une conférence sud américaine sur la migration") == Codes{"sacm"});
  CHECK(processes("en", "Soderkoping process") == Codes{"soderkoping-process"});
}

TEST_CASE("acronyms change with the language; doubtful ones need the name") {
  CHECK(processes("es", "La Conferencia Regional sobre Migración (CRM) y la CRM.") ==
        Codes{"rcm", "rcm", "rcm"});
  CHECK(processes("en", "The Regional Coordination Mechanism (RCM) met.").empty());
  CHECK(processes("en", "SACM and MIDSA") == Codes{"sacm", "midsa"});
  CHECK(processes("en", "PAFoM, PAFOM") == Codes{"pafom", "pafom"});
}

TEST_CASE("two processes can share their noun") {
  CHECK(processes("fr", "les processus de Rabat et de Khartoum") ==
        Codes{"rabat-process", "khartoum-process"});
  CHECK(processes("en", "the Budapest and Prague Processes") ==
        Codes{"budapest-process", "prague-process"});
}

TEST_CASE("the consultative process of an organisation is meant when none is named") {
  CHECK(processes("fr", "L’IGAD prépare un processus consultatif régional.") == Codes{"igad-rcp"});
  CHECK(processes("fr", "Un processus consultatif régional est né.").empty());
}

TEST_CASE("organisations are told from processes") {
  const auto links = test::links_of(
      test::article("es", "", "El SICA, la Unión Africana y la Comunidad Andina hablaron."));
  CHECK(links.processes.empty());
  CHECK(test::ids(links.organisations) == Codes{"sica", "au", "can"});
}

TEST_CASE("capitals at the beginning of a name are no article") {
  const auto organisations = [](const char* language, const char* text) {
    return test::ids(test::links_of(test::article(language, "", text)).organisations);
  };
  CHECK(organisations("en", "UN Migration and UN Women spoke.") == Codes{"iom", "un-women"});
  CHECK(organisations("en", "Women spoke of migration, and of migrations.").empty());
  CHECK(organisations("fr", "Un projet sur la migration et le genre.").empty());
}

TEST_CASE("a city inside the name of a process is not a place of its own") {
  CHECK(test::states("fr", "Le Processus de Khartoum et le Soudan.") == Codes{"SD"});
}

TEST_CASE("a doubtful acronym counts in a list with a body, or beside another of a process") {
  CHECK(processes("es", "mecanismos como la CRM, el Proceso de Quito y la CSM") ==
        Codes{"rcm", "quito-process", "sacm"});
  CHECK(processes("es", "mecanismos como la CRM y la CSM") == Codes{"rcm", "sacm"});
  CHECK(processes("es", "La CRM compró un camión y el Proceso de Quito otro.") ==
        Codes{"quito-process"});
}
