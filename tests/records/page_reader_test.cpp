#include "base/error.h"
#include "records/one_record.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace tela::records;

namespace {

Project project_of(const Record& record) {
  REQUIRE(record.project() != nullptr);
  return *record.project();
}

/// What the span of a field holds in the page itself.
std::string_view quoted(std::string_view page, Span span) {
  return page.substr(span.start, span.end - span.start);
}

bool warns(const Record& record, std::string_view code) {
  for (const Warning& warning : record.warnings)
    if (warning.code == code) return true;
  return false;
}

} // namespace

TEST_CASE("a page with site menu and dash lines is a project with all its fields") {
  const std::string page =
      "-\n"
      "Qui sommes nous\n"
      "Qui sommes nousUne maison qui aide depuis longtemps.\n"
      "Structure\n"
      "Structure\n"
      "- Direction\n"
      "-\n"
      "Agir\n"
      "Agir\n"
      "- Où travaillons-nous\n"
      "Un pont entre deux rives\n"
      "-\nDate de début\n2023\n-\nDate de fin\n2025\n"
      "-\nStatut du projet\nActif\n"
      "-\nType de projet\nMigration de main-d’œuvre\n"
      "-\nBudget Amount (USD)\n81500.00\n"
      "-\nCouverture\nMulti-Regional\n-\nAnnée\n2022\n"
      "-\nIDF Region\nAmérique latine et Caraïbes\n"
      "-\nOther Countries Benefiting at Time of Allocation\nChiliUruguay\n"
      "-\nPrima ID\nCR10P0001\n-\nProjet ID\nTB4-805\n"
      "-\nEtat(s) membre(s) beneficiaires remplissant les conditions requises\n"
      "Belize Costa Rica El Salvador\n"
      "\"Les rives se parlent de nouveau.";
  const Record record = tela::test::read_page("pont.txt", page);
  CHECK(record.source == "pont.txt");
  CHECK(record.language == "fr");
  CHECK(record.title.value == "Un pont entre deux rives");
  CHECK(record.body.value == "Les rives se parlent de nouveau.");
  CHECK(record.warnings.empty());
  const Project project = project_of(record);
  CHECK(project.start.value == "2023");
  CHECK(project.end.value == "2025");
  CHECK(project.year.value == "2022");
  CHECK(project.status == Status::active);
  CHECK(project.type.value == "Migration de main-d’œuvre");
  CHECK(project.coverage == Coverage::multi_regional);
  CHECK(project.region.value == "Amérique latine et Caraïbes");
  CHECK(project.fund.value == "idf");
  CHECK(project.prima_id.value == "CR10P0001");
  CHECK(project.project_id.value == "TB4-805");
  CHECK(project.beneficiaries.raw.value == "Belize Costa Rica El Salvador");
  CHECK(project.other_countries.raw.value == "ChiliUruguay");
  REQUIRE(project.budget);
  CHECK(project.budget->amount == "81500.00");
  CHECK(project.budget->currency == "USD");

  CHECK(quoted(page, record.title.span) == "Un pont entre deux rives");
  CHECK(quoted(page, project.region.span) == "Amérique latine et Caraïbes");
  CHECK(quoted(page, project.status_span) == "Actif");
  CHECK(quoted(page, record.body.span(0, 9)) == "Les rives");
}

TEST_CASE("a page of bullets: indented values, states on two lines, text right behind them") {
  const Record record =
      tela::test::read_page("bullets.txt", "A Ferry for the Lake\n\n"
                                           "  • Start Date\n    2019\n"
                                           "  • Project Status\n    Completed\n"
                                           "  • Other Countries Benefiting at Time of "
                                           "Allocation\n    Chile\n    Uruguay\n"
                                           "  • Projects ID\n    LM.0276\n"
                                           "  • Benefiting Member States\n    Saint Lucia\n"
                                           "The ferry sails twice a day.\n");
  const Project project = project_of(record);
  CHECK(record.language == "en");
  CHECK(record.title.value == "A Ferry for the Lake");
  CHECK(project.status == Status::completed);
  CHECK(project.other_countries.raw.value == "Chile Uruguay");
  REQUIRE(project.other_countries.items.size() == 2);
  CHECK(project.other_countries.items[1].value == "Uruguay");
  CHECK(project.beneficiaries.raw.value == "Saint Lucia");
  CHECK(project.beneficiaries.items.empty());
  CHECK(record.body.value == "The ferry sails twice a day.");
}

TEST_CASE("the Spanish label that stands over the status and over the type") {
  const Record record = tela::test::read_page(
      "es.txt", "Un puente\n-\nTipo de proyecto\nFinalizado\n-\nTipo de proyecto\n"
                "Gestión de fronteras\n-\nProyecto ID\nT97-805\n-\nEstados Miembros "
                "Beneficiarios que Reúnen los Requisitos\nRepública Dominicana (la) "
                "Haití\nEl puente une dos orillas.");
  const Project project = project_of(record);
  CHECK(record.language == "es");
  CHECK(project.status == Status::completed);
  CHECK(project.type.value == "Gestión de fronteras");
  CHECK(project.beneficiaries.raw.value == "República Dominicana (la) Haití");
  CHECK(record.body.value == "El puente une dos orillas.");
}

TEST_CASE("an old page without labels: title twice, then values in order") {
  const Record record = tela::test::read_page(
      "old.txt", "Who we are\nWho we are\n- Team\n"
                 "Bridges of the Isthmus\nBridges of the Isthmus\n"
                 "Latin America and the Caribbean\nTC.0493\n105,000\n"
                 "El Salvador\nNicaragua\nTCMMCB\nRegional\nCompleted\n"
                 "The bridges of the isthmus are old and in need of repair.\n");
  const Project project = project_of(record);
  CHECK(record.language == "en");
  CHECK(record.title.value == "Bridges of the Isthmus");
  CHECK(project.region.value == "Latin America and the Caribbean");
  CHECK(project.project_id.value == "TC.0493");
  CHECK(project.prima_id.empty());
  CHECK(project.budget->amount == "105000.00");
  REQUIRE(project.beneficiaries.items.size() == 2);
  CHECK(project.beneficiaries.items[1].value == "Nicaragua");
  CHECK(project.type.value == "TCMMCB");
  CHECK(project.coverage == Coverage::regional);
  CHECK(project.status == Status::completed);
  CHECK(record.body.value == "The bridges of the isthmus are old and in need of repair.");
}

TEST_CASE("labels that lost their values leave fields empty and say so") {
  const Record record = tela::test::read_page(
      "lost.txt", "Roads\n\n  • Start Date\n  • Project Status\n  • Project Type\n    Labour "
                  "Migration\n  • Projects ID\n  • Benefiting Member States\n\nRoads are built by "
                  "people who came from far away and stayed.\n");
  const Project project = project_of(record);
  CHECK(project.type.value == "Labour Migration");
  CHECK(project.start.empty());
  CHECK(project.status == Status::unknown);
  CHECK(project.beneficiaries.raw.empty());
  CHECK(record.body.value.starts_with("Roads are built"));
  CHECK(warns(record, "lost-value"));
}

TEST_CASE("invisible characters and hard spaces do not hide labels or values") {
  const Record record = tela::test::read_page(
      "nbsp.txt", "\xEF\xBB\xBFUn\u00A0titre\u200B simple\r\n-\u00A0\r\nStatut\u00A0du projet\r\n"
                  "\u200EAch\u00ADevé\u00A0\r\n-\r\nProjet ID\u200B\r\n \tPN.0008\r\n");
  CHECK(record.title.value == "Un titre simple");
  CHECK(project_of(record).status == Status::completed);
  CHECK(project_of(record).project_id.value == "PN.0008");
}

TEST_CASE("a title cut inside a character reference is kept as it stands, with a warning") {
  const Record record =
      tela::test::read_page("cut.txt", "Une étude sur la prise des d&eacute\n-\nProjet "
                                       "ID\nNC.0073\n-\nPrima ID\nEG99P0514\n");
  CHECK(record.title.value == "Une étude sur la prise des d&eacute");
  CHECK(warns(record, "cut-title"));
  CHECK(tela::test::read_page("r&d.txt",
                              "R&amp;D d&#8217;abord\n-\nProjet ID\nNC.0073\n-\nPrima ID\nX\n")
            .title.value == "R&D d’abord");
}

TEST_CASE("an English title on a French page does not change the page's language") {
  const Record record =
      tela::test::read_page("mixed.txt", "The Work of the Ferry on the Lake\n-\nStatut du "
                                         "projet\nActif\n-\nProjet ID\nPN.0008\n");
  CHECK(record.language == "fr");
}

TEST_CASE("a hard-wrapped news page: menu, title, paragraphs, link residue, contact") {
  const std::string page = "Who we are\n"
                           "WHO WE AREA club of ferrymen with many members.\n"
                           "What We Do\n"
                           "What We Do\n"
                           "- Where we work\n"
                           "Ferrymen of Nine Lakes Meet in Tela\n"
                           "The ferrymen of nine lakes met this week in the town\n"
                           "of Tela, Honduras, to speak about the winds that none\n"
                           "of them can calm alone.\n"
                           "They agreed on a song. It will be sung by all of the\n"
                           "crews before the boats leave in the morning, and once\n"
                           "more when they have come home.\n"
                           "\"paragraph-link-no-underline\" href=\"http://example.org/\"\n"
                           "target=\"_blank\" title=\"\">The Ferry Song\n"
                           "For more information please contact:\n"
                           "Harbour of San José\n"
                           "Tel: +000 000 0000\n"
                           "\"mailto:harbour@example.org\">harbour@example.org\n";
  const Record record = tela::test::read_page("ferry.txt", page);
  REQUIRE(record.article() != nullptr);
  CHECK(record.language == "en");
  CHECK(record.title.value == "Ferrymen of Nine Lakes Meet in Tela");
  CHECK(record.body.value ==
        "The ferrymen of nine lakes met this week in the town of Tela, Honduras, to speak about "
        "the winds that none of them can calm alone.\n"
        "They agreed on a song. It will be sung by all of the crews before the boats leave in the "
        "morning, and once more when they have come home.\n"
        "The Ferry Song\n"
        "For more information please contact:\nHarbour of San José\nTel: +000 000 0000\n"
        "harbour@example.org");
  REQUIRE(record.article()->sections.size() == 1);
  const Section contact = record.article()->sections[0];
  CHECK(contact.part == Part::contact);
  CHECK(record.body.value.substr(contact.start).starts_with("For more information"));
  const auto honduras = record.body.value.find("Honduras");
  CHECK(quoted(page, record.body.span(honduras, honduras + 8)) == "Honduras");
}

TEST_CASE("an article with kickers, date line, dateline and contact in one line") {
  const std::string page = "Communiqué\nGlobal\n\n"
                           "Les passeurs du lac chantent\n\n"
                           "Mardi, 23 juillet 2019 à 15:02:37\n\n"
                           "Photo : un passeur\n\n"
                           "Genève, 28 juin – Les passeurs ont chanté sur le quai.\n\n"
                           "Pour plus d’informations, veuillez contacter le port, Tél : +000 000 "
                           "0000\n";
  const Record record = tela::test::read_page("lac.txt", page);
  REQUIRE(record.article() != nullptr);
  CHECK(record.language == "fr");
  CHECK(record.title.value == "Les passeurs du lac chantent");
  CHECK(record.article()->date.value == "2019-07-23");
  CHECK(record.article()->dateline.value == "Genève");
  REQUIRE(record.article()->sections.size() == 2);
  CHECK(record.article()->sections[0].part == Part::dateline);
  const Section dateline = record.article()->sections[0];
  CHECK(record.body.value.substr(dateline.start, dateline.end - dateline.start) ==
        "Genève, 28 juin – ");
  CHECK(record.article()->sections[1].end == record.body.value.size());
}

TEST_CASE("what is no page is refused with its place") {
  CHECK_THROWS_AS(tela::test::read_page("empty.txt", ""), tela::base::Error);
  CHECK_THROWS_AS(tela::test::read_page("blank.txt", " \n\n-\n"), tela::base::Error);
  CHECK_THROWS_AS(tela::test::read_page("long.txt", std::string(longest_line + 1, 'x')),
                  tela::base::Error);
  try {
    (void)tela::test::read_page("latin1.txt", "Ligne une\nSant\xE9");
    FAIL("Latin-1 was taken for UTF-8");
  } catch (const tela::base::Error& error) {
    CHECK(error.place().line == 2);
    CHECK(error.place().column == 5);
    CHECK_FALSE(error.advice().empty());
  }
  CHECK_THROWS_AS(tela::test::read_page("nul.txt", std::string_view("a\0b", 3)), tela::base::Error);
}
