#include "base/utf8.h"
#include "records/contact_section.h"
#include "records/language_guess.h"
#include "records/one_record.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace tela::records;

namespace {

std::vector<std::string> warnings(const Record& record) {
  std::vector<std::string> codes;
  for (const Warning& warning : record.warnings) codes.push_back(warning.code);
  return codes;
}

bool has_contact(std::string_view page) {
  const auto lines = page_lines("", page);
  return find_contact(lines).first < lines.size();
}

void check_border_work(const Record& record) {
  REQUIRE(record.project() != nullptr);
  const Project& project = *record.project();
  CHECK(record.title.value == "Border work in the north");
  CHECK(project.project_id.value == "LM.0276");
  REQUIRE(project.budget);
  CHECK(project.budget->amount == "5000.00");
  CHECK(project.beneficiaries.raw.value == "Kenya Uganda");
}

const std::string html_head = "<html lang=\"en\"><body><main><h1>Border work in the north</h1>";
const std::string html_tail = "<p>The text.</p></main></body></html>";

} // namespace

TEST_CASE("labels of other pages end each other's values") {
  const Record record =
      tela::test::read_page("a.txt", "Mobility for all of us\n\nProject ID: AB-12\n"
                                     "Budget: EUR 10 000 000\nCountry: Djibouti\n"
                                     "Partner: A club\nStart date: 03/07/2017\nIt began.\n");
  REQUIRE(record.project() != nullptr);
  const Project& project = *record.project();
  CHECK(project.project_id.value == "AB-12");
  REQUIRE(project.budget);
  CHECK(project.budget->amount == "10000000.00");
  CHECK(project.budget->currency == "EUR");
  CHECK(project.beneficiaries.raw.value == "Djibouti");
  CHECK(project.start.value == "2017"); // in English nobody can tell day and month apart
  CHECK(warnings(record) == std::vector<std::string>{"unknown-label", "doubtful-date"});
}

TEST_CASE("a French form is a project, not an article from Référence") {
  const Record record =
      tela::test::read_page("b.txt", "Retour des passeurs du lac\n\nRéférence : TC.1234\n"
                                     "Pays : Mali, Niger\nBudget total : 250 000 USD\n"
                                     "Date de début : 2019\nLe projet aide les communes.\n");
  REQUIRE(record.project() != nullptr);
  CHECK(record.language == "fr");
  CHECK(record.project()->project_id.value == "TC.1234");
  CHECK(record.project()->beneficiaries.raw.value == "Mali, Niger");
  CHECK(record.project()->start.value == "2019");
}

TEST_CASE("labels in one line part it where the values fit") {
  const Record record =
      tela::test::read_page("c.txt", "Retorno de los barqueros\n\n"
                                     "Proyecto ID: TC.1234 Presupuesto USD 50,000 Estado activo\n"
                                     "Países beneficiarios: Honduras\nEl proyecto apoya.\n");
  REQUIRE(record.project() != nullptr);
  CHECK(record.project()->project_id.value == "TC.1234");
  REQUIRE(record.project()->budget);
  CHECK(record.project()->budget->amount == "50000.00");
  CHECK(record.project()->status == Status::active);
  const Record prose =
      tela::test::read_page("d.txt", "Ferrymen met again in Tela\n\nThe Budget of the lake and "
                                     "the Status of boats were on the table.\n");
  CHECK(prose.article() != nullptr);
}

TEST_CASE("each of several projects on a page is read") {
  const auto records = read_page("g.txt", "Two projects of the lake\n\nProject ID: AB-12\n"
                                          "Budget: EUR 10 000\n\nIt repairs boats.\n\n"
                                          "The second of them\nProject ID: AB-13\n"
                                          "Budget: EUR 20 000\nIt paints them.\n"
                                          "Project ID: AB-14\nBudget: EUR 30 000\n");
  REQUIRE(records.size() == 3);
  const auto is = [&](std::size_t i, std::string_view title, std::string_view id,
                      std::string_view budget, std::string_view body) {
    CHECK(records[i].title.value == title);
    CHECK(records[i].project()->project_id.value == id);
    CHECK(records[i].project()->budget->amount == budget);
    CHECK(records[i].body.value == body);
    CHECK(records[i].source == "g.txt");
  };
  is(0, "Two projects of the lake", "AB-12", "10000.00", "It repairs boats.");
  is(1, "The second of them", "AB-13", "20000.00", "It paints them.");
  is(2, "", "AB-14", "30000.00", "");
}

TEST_CASE("projects of one page without ids are told apart by their number") {
  const std::string fields = "<dl><dt>Country:</dt><dd>Kenya</dd><dt>Budget:</dt><dd>USD 5</dd>"
                             "<dt>Project status</dt><dd>Active</dd></dl>";
  const auto records = read_html_page(
      "h.html", "<html><head><link rel=\"canonical\" href=\"https://a.org/p\">"
                "</head><body><h1>Boats of the lake</h1>" +
                    fields + "<h2>Ferries of the lake</h2>" + fields + "</body></html>");
  REQUIRE(records.size() == 2);
  CHECK(records[0].title.value == "Boats of the lake");
  CHECK(records[1].title.value == "Ferries of the lake");
  CHECK(records[0].key.empty());
  CHECK(records[1].key == "row-2");
  CHECK(records[1].project()->beneficiaries.raw.value == "Kenya");
}

TEST_CASE("a label that comes again with nothing behind it begins no project") {
  const auto records = read_page("s.txt", "Boats\n\nProject ID: AB-12\nBudget: EUR 10 000\n"
                                          "Project ID: AB-12\n");
  REQUIRE(records.size() == 1);
  CHECK(records[0].project()->budget->amount == "10000.00");
}

TEST_CASE("each block of values on an old page is a project") {
  const std::string block = "Africa\nTC.1234\nUSD 5,000\nKenya\nNational\nActive\n";
  const auto records =
      read_page("o.txt", "Boats of it\nBoats of it\n" + block +
                             "They float.\nFerries of it\nFerries of it\n" + block + "They run.\n");
  REQUIRE(records.size() == 2);
  CHECK(records[0].body.value == "They float.");
  CHECK(records[1].title.value == "Ferries of it");
  CHECK(records[1].body.value == "They run.");
  CHECK(records[1].project()->region.value == "Africa");
}

TEST_CASE("a project as dl, as a table, and with bold labels") {
  check_border_work(tela::test::read_html_page(
      "dl.html", html_head +
                     "<dl><dt>Project ID</dt><dd>LM.0276</dd><dt>Partner</dt><dd>A club</dd>"
                     "<dt>Countries</dt><dd>Kenya</dd><dd>Uganda</dd><dt>Budget</dt>"
                     "<dd>USD 5,000</dd></dl>" +
                     html_tail));
  check_border_work(tela::test::read_html_page(
      "table.html",
      html_head +
          "<table><tr><td>Project ID</td><td>LM.0276</td></tr><tr><td>Partner</td><td>A club</td>"
          "</tr><tr><td>Countries</td><td>Kenya Uganda</td></tr><tr><td>Budget</td>"
          "<td>USD 5,000</td></tr></table>" +
          html_tail));
  check_border_work(tela::test::read_html_page(
      "strong.html", html_head +
                         "<p><strong>Project ID</strong> LM.0276<br><b>Partner:</b> A club<br>"
                         "<b>Countries:</b> Kenya Uganda<br><b>Budget:</b> USD 5,000</p>" +
                         html_tail));
}

TEST_CASE("a meeting with labelled lines is an article") {
  const Record record =
      tela::test::read_page("k.txt", "Spring meeting\n\nLocation: Cracow, Poland\n"
                                     "Start date: 2 May 2019\nEnd date: 4 May 2019\n"
                                     "Country: Poland\nThe ferrymen met there.\n");
  REQUIRE(record.article() != nullptr);
  CHECK(record.title.value == "Spring meeting");
  CHECK(record.article()->dateline.empty());
}

TEST_CASE("numbers and words that are no contact hide nothing") {
  CHECK_FALSE(has_contact("Text.\nPara responder a consultas de la comunidad se abrió la sala.\n"));
  CHECK_FALSE(has_contact("Text.\nInformation: the years 2015-2016 and 15 000 000 boats.\n"));
  CHECK(has_contact("Text.\nPara más información, comuníquese con el puerto.\n"));
  CHECK(has_contact("Text.\nMedia: Tel. 555 0123\n"));
}

TEST_CASE("words broken at line ends are whole again") {
  const std::string page = "The 13th Regional Con-\nference on Boats\n\n"
                           "Envoys of all lakes came to Tela in Hon-\nduras, to speak of Guinea-\n"
                           "Bissau and of the winds that blow there\nwhen no one looks at them.\n";
  const Record record = tela::test::read_page("pdf.txt", page);
  CHECK(record.title.value == "The 13th Regional Conference on Boats");
  CHECK(record.body.value.find("Honduras, to speak of Guinea-Bissau and") != std::string::npos);
  const auto at = record.body.value.find("Honduras");
  const Span span = record.body.span(at, at + 8);
  CHECK(page.substr(span.start, span.end - span.start) == "Hon-\nduras");
}

TEST_CASE("numbered releases, numbers and dates stand above the title, one short word may be it") {
  const auto title = [](const std::string& page) {
    return tela::test::read_page("t.txt", page).title.value;
  };
  CHECK(title("NOTA A LA PRENSA N. 600\n\nLos barqueros se reúnen en el lago\n\nTexto.\n") ==
        "Los barqueros se reúnen en el lago");
  CHECK(
      title("25.7 C\nsexta-feira, 24 de novembro de 2017\nOs barqueiros elogiam o lago\nFim.\n") ==
      "Os barqueiros elogiam o lago");
  CHECK(title("Outcome\n\nThe ferrymen of nine lakes met this week in the town of Tela, in the "
              "north of the country, to speak about the winds that none of them can calm.\n") ==
        "Outcome");
}

TEST_CASE("front matter and Markdown") {
  const std::string page = "---\ntitle: \"The sixth meeting of boats\"\ndate: 2016-03-23\n"
                           "layout: news\n---\n## Where\nThe **ferrymen** met in "
                           "[Tela](https://example.org/t), ![boat](b.png)Honduras.\n";
  const Record record = tela::test::read_markdown_page("m.md", page);
  CHECK(record.title.value == "The sixth meeting of boats");
  REQUIRE(record.article() != nullptr);
  CHECK(record.article()->date.value == "2016-03-23");
  CHECK(record.body.value == "Where\nThe ferrymen met in Tela, Honduras.");
  CHECK(tela::test::read_page("m.txt", page).title.value == "The sixth meeting of boats");
  CHECK(tela::test::read_markdown_page("n.md", "# A heading of its own\n\nText.\n").title.value ==
        "A heading of its own");
}

TEST_CASE("languages that are not read are named, not taken for Spanish") {
  CHECK(guess_language("Reuniram-se em Tela, nas Honduras, as delegações dos lagos do norte",
                       "en") == "pt");
  CHECK(guess_language("Los barqueros de los nueve lagos se reunieron en Tela", "en") == "es");
  const Record german =
      tela::test::read_page("g.txt", "Die Fährleute treffen sich am See\n\nSie kamen mit "
                                     "allen Booten und sprachen über den Wind und das Eis.\n");
  CHECK(german.language == "de");
  CHECK(warnings(german) == std::vector<std::string>{"unknown-language"});
  CHECK(guess_language("Паромщики девяти озер встретились в городе", "en") == unknown_language);
}

TEST_CASE("text that was encoded twice is said to be") {
  const Record record =
      tela::test::read_page("m.txt", "14Ã¨me RÃ©union des passeurs du lac\n\nLâ€™AlgÃ©rie y "
                                     "Ã©tait.\n");
  CHECK(warnings(record) == std::vector<std::string>{"twice-encoded"});
  CHECK(warnings(tela::test::read_page("n.txt",
                                       "Réunion des passeurs d’Algérie\n\nElle s’est tenue là.\n"))
            .empty());
}

TEST_CASE("a title with a no-break space knows where each of its words stands") {
  const Record record =
      tela::test::read_page("i.txt", "Border\u00A0work of\u00A0South Sudan today\n\nIt is.\n");
  CHECK(record.title.value == "Border work of South Sudan today");
  REQUIRE(record.title_offsets.size() == record.title.value.size());
  CHECK(record.title_offsets[record.title.value.find("South")] == 17);
}

TEST_CASE("a language attribute that is none is not cut inside a character") {
  const std::string body = "<body><h1>Ferrymen met</h1><p>They met on Monday.</p></body></html>";
  CHECK(tela::test::read_html_page("h.html", "<html lang=\"p\xC3\xA9\">" + body).language == "en");
  CHECK(tela::base::escape_invalid_utf8("caf\xE9.txt") == "caf%E9.txt");
}

TEST_CASE("labelled lines stay apart, and the first is no dateline") {
  const Record record = tela::test::read_page(
      "l.txt", "The council of lake ports meets again\n\nVenue: Headquarters of the ports, Lima\n"
               "Chair: Kingdom of the Lakes\nParticipants: Peru, Chile, Bolivia, Ecuador\n"
               "Apologies: Paraguay\n\nThe ports spoke of their piers for a day.\n");
  REQUIRE(record.article() != nullptr);
  CHECK(record.article()->dateline.value.empty());
  CHECK(record.body.value == "Venue: Headquarters of the ports, Lima\nChair: Kingdom of the Lakes\n"
                             "Participants: Peru, Chile, Bolivia, Ecuador\nApologies: Paraguay\n"
                             "The ports spoke of their piers for a day.");
}

TEST_CASE("the days of a meeting above the text are no day of publication") {
  const auto read = [](const std::string& line) {
    return tela::test::read_page("d.txt",
                                 "The council of lake ports meets again\n\n" + line +
                                     "\n\nThe ports spoke of their piers, and nobody disagreed.\n");
  };
  for (const char* several :
       {"28-31 August 2018", "8 and 9 October 2020", "Dates : 3 au 5 mai 2019"}) {
    const Record record = read(several);
    CHECK(record.article()->date.value.empty());
    CHECK(record.body.value.starts_with(several));
  }
  const Record published = read("31 August 2018");
  CHECK(published.article()->date.value == "2018-08-31");
  CHECK(published.body.value.starts_with("The ports"));
}

TEST_CASE("a line that announces something is no title, a quotation does not go on with one") {
  CHECK(tela::test::read_page("t.txt",
                              "For the webpage:\nCouncil of the ports of the lake\nIt met.\n")
            .title.value == "Council of the ports of the lake");
  CHECK(tela::test::read_page("q.txt",
                              "Declaration of the ports on the occasion of their tenth council\n"
                              "“Bridges for all of us” - Lima, 3 May 2019\nThe council met.\n")
            .title.value == "Declaration of the ports on the occasion of their tenth council");
}

TEST_CASE("the names of months tell languages that share their small words") {
  CHECK(guess_language("Lima, 3 de novembro - a 4 de dezembro", "en") == "pt");
  CHECK(guess_language("Lima, 3 de noviembre - a 4 de diciembre", "en") == "es");
}

TEST_CASE("a trail of the site, or the head of a list, is no title") {
  const auto title = [](const std::string& page) {
    return tela::test::read_page("t.txt", page).title.value;
  };
  CHECK(title("Ministry of Boats | Home | News | Contact\n\nThe ferrymen meet in Belize City\n\n"
              "They met.\n") == "The ferrymen meet in Belize City");
  CHECK(title("Inicio > Prensa > 2019\n\nLos barqueros se reúnen en el lago\n\nTexto.\n") ==
        "Los barqueros se reúnen en el lago");
  CHECK(title("Who came to the lake | Boats of Belize\n\nThey met.\n") ==
        "Who came to the lake | Boats of Belize");
  CHECK(title("Outcome\n\nThe ferrymen met in Hanoi. Boats:\n- Asia:\n  - Oak\n- Observers:\n  - "
              "Pine\n") == "Outcome");
  CHECK(title("Council of Har-\nbours\n\nThe council of the lakes met.\n") ==
        "Council of Harbours");
}

TEST_CASE("the place of a date line above the text is a dateline") {
  const auto place = [](const std::string& line) {
    const auto record = tela::test::read_page("t.txt", "Joint statement of the nine lakes\n\n" +
                                                           line + "\n\nWe, the ferrymen, met.\n");
    return record.article()->dateline.value;
  };
  CHECK(place("San José, Costa Rica, June 14, 2024") == "San José");
  CHECK(place("New York, 18 May 2022") == "New York");
  CHECK(place("Paris, le 19/11/2025") == "Paris");
  CHECK(place("Monday, 3 May 2019").empty());
  CHECK(place("3 May 2019").empty());
  CHECK(place("News, 3 May 2019").empty());
}
