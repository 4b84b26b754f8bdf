#include "sentences.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::gazetteer;
using namespace tela::events;
using test::Codes;
using test::country;
using test::meeting;

namespace {

Codes sorted(std::vector<StateLink> links) {
  Codes found = test::codes(links);
  std::sort(found.begin(), found.end());
  return found;
}

std::string process(const Event& event) {
  return event.process != nullptr ? event.process->id : "";
}

} // namespace

TEST_CASE("the meeting reported is that of the process in title and lead") {
  const auto event = meeting("en", "Migration Dialogue for Southern Africa Meets in Maseru",
                             "Officials opened the MIDSA meeting in Maseru, Lesotho, on Monday. "
                             "They also heard how other forums work, among them MIDWA.");
  CHECK(process(event) == "midsa");
  CHECK(event.place == "Maseru");
  CHECK(country(event) == "LS");
}

TEST_CASE("a page about no meeting has no event") {
  const auto links = test::links_of(test::article(
      "en", "New Well for Village", "Mali and Niger share a well. IOM paid for the pump."));
  CHECK(links.events.empty());
}

TEST_CASE("a meeting of no listed process still has its place") {
  const auto event = meeting("es", "Curso sobre fronteras en La Paz",
                             "El curso se celebró en La Paz, Bolivia, con funcionarios de Perú.");
  CHECK(process(event).empty());
  CHECK(event.place == "La Paz");
  CHECK(sorted(event.participants) == Codes{"BO", "PE"});
}

TEST_CASE("editions are read in words, digits and Roman numerals") {
  const auto edition = [](const char* language, const char* title) {
    return meeting(language, title, "").edition;
  };
  CHECK(edition("fr", "Douzième Conférence régionale sur les migrations") == 12);
  CHECK(edition("fr", "La XVIIIème réunion annuelle de la Conférence régionale sur la migration") ==
        18);
  CHECK(edition("fr", "Vingt et unième réunion de l’OCAM") == 21);
  CHECK(edition("fr", "La 8-ème session de l’OCAM") == 8);
  CHECK(edition("en", "Twenty-second meeting of the OCAM") == 22);
  CHECK(edition("en", "The 33rd OCAM meeting") == 33);
  CHECK(edition("es", "La LVI reunión ordinaria de la OCAM") == 56);
  CHECK(edition("es", "La decimocuarta reunión de la OCAM") == 14);
  CHECK(edition("es", "La 50.ª reunión de la OCAM") == 50);
  CHECK(edition("es", "El 7º Foro Mundial sobre Migración y Desarrollo") == 7);
}

TEST_CASE("other ordinals are no editions") {
  const auto event = meeting("en", "OCAM Directors Meet in Managua",
                             "OCAM met on the second day of the fifth year of the project. "
                             "It was the 60th anniversary of IOM.");
  CHECK(process(event) == "ocam");
  CHECK_FALSE(event.edition);
}

TEST_CASE("of several editions the reported one counts") {
  const auto event =
      meeting("es", "La IX Conferencia Sudamericana sobre Migraciones se celebró en Quito",
              "La IX Conferencia reunió a todos en Quito. La VIII Conferencia se había celebrado "
              "en Montevideo, Uruguay.");
  CHECK(event.edition == 9);
  CHECK(event.place == "Quito");
  CHECK(country(event) == "EC");
}

TEST_CASE("the place is neither where the process was founded nor where it will meet next") {
  const auto event = meeting("fr", "La CRM se réunit",
                             "La Conférence régionale sur la migration (CRM) s’est tenue à "
                             "San José, au Costa Rica. Elle a été créée en 1996 à Puebla, au "
                             "Mexique. La prochaine réunion aura lieu à Belmopan.");
  CHECK(event.place == "San José");
  CHECK(country(event) == "CR");
}

TEST_CASE("a place the gazetteer does not know is read before its state") {
  const auto event = meeting("en", "MIDSA Conference Opens",
                             "The MIDSA conference was held in Kasungwe, Malawi, last week.");
  CHECK(event.place == "Kasungwe");
  CHECK(country(event) == "MW");
}

TEST_CASE("a meeting of a process that is not listed has its name as written, and a warning") {
  const auto links = test::links_of(
      test::article("en", "Third meeting of the corridor",
                    "The third meeting of the Abidjan-Lagos Corridor Mobility Dialogue was held in "
                    "Accra, Ghana. Delegates of Benin and Togo attended."));
  REQUIRE(links.events.size() == 1);
  CHECK(links.events.front().process == nullptr);
  CHECK(links.events.front().process_name == "Abidjan-Lagos Corridor Mobility Dialogue");
  CHECK(sorted(links.events.front().participants) == Codes{"BJ", "GH", "TG"});
  REQUIRE(links.warnings.size() == 1);
  CHECK(links.warnings.front().code == "unlisted-process");

  const auto name = [](const char* language, const char* body) {
    return meeting(language, "Reunión", body).process_name;
  };
  CHECK(name("es", "El Foro Regional de Autoridades Fronterizas celebró su reunión en Lima.") ==
        "Foro Regional de Autoridades Fronterizas");
  CHECK(name("en", "Forum Director Amy Sample Brown attended the meeting in Lima.").empty());
  CHECK(name("en", "The Ministerial Conference was held in Lima.").empty());
  CHECK(name("en", "The Quito Process met in Lima.").empty());
}

TEST_CASE("who presides: holding, presiding, and the adjective of a delegation") {
  const auto chairs = [](const char* language, const char* body) {
    return test::codes(
        meeting(language, "Réunion CRM, Conférence régionale sur la migration", body).chairs);
  };
  CHECK(chairs("fr", "Le Belize assure la présidence de la conférence.") == Codes{"BZ"});
  CHECK(chairs("fr", "La séance a été présidée par le Canada.") == Codes{"CA"});
  CHECK(chairs("fr", "La délégation panaméenne, qui exerce la présidence, a ouvert la séance.") ==
        Codes{"PA"});
  CHECK(chairs("en", "Mexico and Honduras chaired the meeting.") == Codes{"MX", "HN"});
  CHECK(chairs("es", "Bajo la presidencia pro témpore de Nicaragua se acordó un plan.") ==
        Codes{"NI"});
}

TEST_CASE("who presides in a capacity, jointly, or after another") {
  const auto chairs = [](const char* language, const char* body) {
    return test::codes(meeting(language, "RCM, Conferencia Regional sobre Migración", body).chairs);
  };
  CHECK(chairs("en", "As the new Chair of the Conference, Belize wants a plan.") == Codes{"BZ"});
  CHECK(chairs("es", "En su calidad de Presidencia Pro Témpore, Panamá recibirá a todos.") ==
        Codes{"PA"});
  CHECK(chairs("en", "It was co-chaired by the Mexican minister and the Honduran minister.") ==
        Codes{"MX", "HN"});
  CHECK(chairs("en", "It was co-chaired by Minister Brown and the Honduran minister.").empty());
  CHECK(chairs("fr", "Réunis sous la présidence panaméenne. Le Belize succède au Panama à la "
                     "présidence.") == Codes{"BZ"});
  CHECK(chairs("en", "They praised the Canadian EU Presidency and the Mexican one.").empty());
}

TEST_CASE("where an envoy is posted does not keep that state from taking part") {
  const auto event = meeting("en", "RCM, Regional Conference on Migration, Meets",
                             "Peru's ambassador to Belize spoke. Belize and Canada attended.");
  CHECK(sorted(event.participants) == Codes{"BZ", "CA"});
}

TEST_CASE("a city in a longer name is no place") {
  const auto place = [](const char* body) {
    return meeting("en", "Meeting of the Quito Process", body).place;
  };
  CHECK(place("The Abidjan-Lagos Corridor Dialogue was held in Accra, Ghana.") == "Accra");
  CHECK(place("It met in Lima to read the Cartagena Declaration.") == "Lima");
  CHECK(place("It was held in Accra, says Adama Barro.") == "Accra");
  CHECK(place("It was held in Washington, D.C., on Monday.") == "Washington, D.C.");
  CHECK(place("It met in Lima on the margins of the General Assembly.") == "Lima");
}

TEST_CASE("a handover gives the new chair; former and coming chairs are none") {
  const auto event = meeting("en", "RCM, Regional Conference on Migration, Ends",
                             "At the meeting Belize handed the presidency to Canada. Honduras "
                             "held the presidency of the previous edition.");
  CHECK(test::codes(event.chairs) == Codes{"CA"});
  CHECK(sorted(event.participants) == Codes{"BZ", "CA", "HN"});

  const auto later = meeting("es", "Reunión de la CRM, Conferencia Regional sobre Migración",
                             "Guatemala asumirá la presidencia el próximo año.");
  CHECK(later.chairs.empty());
}

TEST_CASE("committees have chairs of their own") {
  const auto event = meeting("fr", "Réunion de la CRM, Conférence régionale sur la migration",
                             "Le Honduras préside le groupe de travail sur les données.");
  CHECK(event.chairs.empty());
}

TEST_CASE("delegates, members and signatories take part") {
  const auto event = meeting("en", "Quito Process Meets",
                             "Delegates of Chile, Ecuador and Peru gathered for the Quito Process "
                             "meeting. Brazil signed the declaration.");
  CHECK(sorted(event.participants) == Codes{"BR", "CL", "EC", "PE"});
  CHECK(event.others.empty());
}

TEST_CASE("observers, donors, absent states and places of origin do not") {
  const auto event = meeting(
      "fr", "Réunion du Dialogue sur la migration en Afrique australe (MIDSA)",
      "Les délégués du Malawi et de la Zambie se sont réunis. La Chine était présente en tant "
      "qu’observateur. La rencontre était financée par la Suède. Le Lesotho n’a envoyé personne. "
      "On a parlé des réfugiés venus d’Éthiopie.");
  CHECK(sorted(event.participants) == Codes{"MW", "ZM"});
  CHECK(sorted(event.others) == Codes{"CN", "ET", "LS", "SE"});
}

TEST_CASE("who is excepted does not take part, and who is named before does") {
  const auto parts = [](const char* language, const std::string& text) {
    const auto event = meeting(language, "OCAM", text);
    return std::pair{sorted(event.participants), sorted(event.others)};
  };
  const std::pair all{Codes{"BZ", "CR"}, Codes{"GT"}};
  CHECK(parts("en", "The OCAM met. Belize and Costa Rica took part, but not Guatemala.") == all);
  CHECK(parts("en", "The OCAM met. Envoys of Belize and Costa Rica (not Guatemala) came.") == all);
  CHECK(parts("en", "The OCAM met. Belize and Costa Rica came; all other than Guatemala did.") ==
        all);
  CHECK(parts("es", "La OCAM se reunió. Asistieron Belice y Costa Rica, pero no Guatemala.") ==
        all);
  CHECK(parts("es", "La OCAM se reunió. Asistieron todos menos Guatemala: Belice y Costa Rica.") ==
        all);
  CHECK(parts("fr", "L’OCAM s’est réunie. Le Belize et le Costa Rica ont participé, à l’exception "
                    "du Guatemala.") == all);
  CHECK(parts("pt", "A OCAM reuniu-se. Participaram Belize e Costa Rica, mas não Guatemala.") ==
        all);
}

TEST_CASE("observers behind a list are not the list itself") {
  const auto event = meeting("en", "RCM, Regional Conference on Migration, Meets",
                             "The meeting brought together Belize, Canada and Panama, with aid "
                             "groups as observers.");
  CHECK(sorted(event.participants) == Codes{"BZ", "CA", "PA"});
}

TEST_CASE("where all members met, a member named takes part") {
  const auto event = meeting("es", "Reunión de la CRM, Conferencia Regional sobre Migración",
                             "Se reunieron los 11 países miembros. Hubo visas para personas de "
                             "Guatemala y de Cuba.");
  CHECK(sorted(event.participants) == Codes{"GT"});
  CHECK(sorted(event.others) == Codes{"CU"});
}

TEST_CASE("a list as long as the number stated is the list of participants") {
  const auto event = meeting("en", "Almaty Process Launched",
                             "Three governments took part in the Almaty Process meeting. "
                             "Kazakhstan, Pakistan, Turkey.");
  CHECK(sorted(event.participants) == Codes{"KZ", "PK", "TR"});
}

TEST_CASE("dates of the meeting, with years where they are known") {
  const auto event = meeting("en", "MIDWA Meeting in Accra",
                             "The MIDWA meeting was held in Accra, Ghana, from 3 to 5 May 2016.");
  CHECK(event.dates == "3 to 5 May 2016");
  CHECK(event.start == "2016-05-03");
  CHECK(event.end == "2016-05-05");

  const auto yearless =
      meeting("fr", "Réunion du MIDWA", "La réunion du MIDWA s’est tenue du 30 juin au 2 juillet.");
  CHECK(yearless.dates == "30 juin au 2 juillet");
  CHECK(yearless.start.empty());
}

TEST_CASE("every link says why") {
  const auto event = meeting("en", "The 4th OCAM meeting in Managua",
                             "Delegates of Belize attended. Nicaragua chaired the meeting.");
  CHECK(event.process_evidence.rule == "main-process");
  CHECK(event.edition_evidence.quote == "4th");
  REQUIRE_FALSE(event.participants.empty());
  for (const auto& link : event.participants) {
    CHECK_FALSE(link.evidence.rule.empty());
    CHECK(link.evidence.score >= 0);
    CHECK(link.evidence.score <= 1);
  }
}

TEST_CASE("empty and odd texts give no event and no crash") {
  CHECK(test::links_of(test::article("fr", "", "")).events.empty());
  CHECK(test::links_of(test::article("", "I", "I V X")).events.empty());
  CHECK(test::links_of(test::article("en", "(((((", ")))) ,,,, ;;;;")).events.empty());
}

TEST_CASE("an article without end is linked, but not read for its meeting") {
  std::string body;
  for (int count = 0; count < 30'000; ++count) body += "CRM au Togo. ";
  const auto links =
      test::links_of(test::article("fr", "Conférence régionale sur la migration", body));
  CHECK(links.states.size() == 30'000);
  CHECK(links.events.empty());
  REQUIRE(links.warnings.size() == 1);
  CHECK(links.warnings.front().code == "long-article");
}
