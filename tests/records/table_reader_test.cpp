#include "base/error.h"
#include "collecting_sink.h"
#include "records/csv_rows.h"
#include "records/table_reader.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::records;
namespace base = tela::base;

namespace {

struct Reading {
  CollectingSink sink;
  Ledger ledger;
};

Reading read(std::string_view table, std::string_view mapping = "", std::size_t block = 5) {
  Reading reading;
  SlidingText text("t.csv", table, block);
  const TableMapping parsed =
      mapping.empty() ? TableMapping{} : parse_table_mapping("t.csv.map", mapping);
  reading.ledger = read_table(text, parsed, reading.sink);
  CHECK(reading.ledger.read == reading.ledger.accepted + reading.ledger.rejected);
  return reading;
}

std::string message_of(std::string_view table, std::string_view mapping = "") {
  try {
    (void)read(table, mapping);
  } catch (const base::Error& error) {
    return error.what();
  }
  return {};
}

} // namespace

TEST_CASE("columns named like fields or like labels of pages need no mapping") {
  const std::string table =
      "\xEF\xBB\xBFTitle,Project ID,Année,Budget,beneficiaries,Mood\r\n"
      "\"A bridge, \"\"old\"\"\",TB4-805,2019,\"105,000\",Chile; Peru,good\r\n"
      "\r\n"
      "Ferry,LM.0276,,,,\r\n";
  for (const std::size_t block : {1, 4, 1000}) {
    const Reading reading = read(table, "", block);
    REQUIRE(reading.sink.records.size() == 2);
    const Record& record = reading.sink.records[0];
    const Project& project = *record.project();
    CHECK(record.title.value == "A bridge, \"old\"");
    CHECK(table.substr(record.title.span.start, 16) == "A bridge, \"\"old\"");
    CHECK(project.project_id.value == "TB4-805");
    CHECK(project.year.value == "2019");
    CHECK(project.budget->amount == "105000.00");
    REQUIRE(project.beneficiaries.items.size() == 2);
    CHECK(project.beneficiaries.items[1].value == "Peru");
    CHECK(reading.ledger.unmapped == Unmapped{{"Mood", 1}});
    CHECK(reading.sink.places[1].line == 4);
  }
}

TEST_CASE("a mapping names columns, separators and constants") {
  const Reading reading = read("Nom|Pays|Texte|Devise|Interne\n"
                               "Le bac|HN+MX|\"Un lac.\n\nUn bac.\"|EUR|x\n",
                               "# the ferry table\nseparator = |\nlist = +\nNom = title\n"
                               "Pays = beneficiary codes\nTexte = body\nDevise = currency\n"
                               "Interne = -\nconstant language = fr\nconstant budget = 5\n");
  REQUIRE(reading.sink.records.size() == 1);
  const Record& record = reading.sink.records[0];
  CHECK(record.language == "fr");
  CHECK(record.body.value == "Un lac.\nUn bac.");
  REQUIRE(record.links.states.size() == 2);
  CHECK(record.links.states[1].iso == "MX");
  CHECK(record.links.states[1].role == StateRole::beneficiary);
  CHECK(record.project()->budget->currency == "EUR");
  CHECK_FALSE(record.project()->budget->span.known());
}

TEST_CASE("articles come from tables too") {
  const Reading reading = read("kind;title;date;body\narticle;Ferrymen meet;2019-07-23;Text.\n");
  REQUIRE(reading.sink.records.size() == 1);
  REQUIRE(reading.sink.records[0].article() != nullptr);
  CHECK(reading.sink.records[0].article()->date.value == "2019-07-23");
}

TEST_CASE("wrong rows are rejected with row, column and line, the others go on") {
  const Reading reading = read("title,status,budget,beneficiary codes\n"
                               "One,asleep,,\n"
                               "Two,Active,much,\n"
                               "Three,Active\n"
                               "\"Four\" x,Active,,\n"
                               ",Active,,\n"
                               "Five,Active,1,Chile\n"
                               "Six,Active,1,CL\n"
                               "Seven\xFF,Active,1,CL\n"
                               "\"Eight,Active,1,CL\n");
  CHECK(reading.ledger.read == 9);
  REQUIRE(reading.sink.records.size() == 1);
  CHECK(reading.sink.records[0].title.value == "Six");
  const auto& errors = reading.sink.errors;
  REQUIRE(errors.size() == 8);
  CHECK(std::string(errors[0].what()) ==
        "t.csv:2:5: row 2, column 'status': unknown status 'asleep'; "
        "write active, completed, or what project pages write");
  CHECK(errors[1].place().column == 12);
  CHECK(errors[2].message() == "row 4 has 2 cells, the header has 4");
  CHECK(errors[3].message() == "row 5 holds text behind a closing quote");
  CHECK(errors[4].message() == "row 6: no title and no project id");
  CHECK(errors[5].message() == "row 7, column 'beneficiary codes': 'Chile' is no code of a state");
  CHECK(errors[6].message() == "row 9 holds a byte that is not UTF-8");
  CHECK(errors[7].message() == "row 10 holds a quote that is never closed");
}

TEST_CASE("a table as a spreadsheet in Europe writes it needs no mapping") {
  const std::string table =
      "\xEF\xBB\xBFsep=;\r\nTitre;Montant;Devise;Début;Fin;Pays bénéficiaires;;\r\n"
      "\"Un bac\r\nsur le lac\";1.250,5;eur;31/12/2020;2023;\"Belize, Chili\r\nPérou\";;\r\n"
      ";;;;;;;\r\n\r\n"
      "Un pont;12 500,00 $;;5.6.2021;12/31/2021;;;\r\n"
      "Un quai;beaucoup;pesos;32/13/2020;juin 2022;Atlantis;;\r\n";
  for (const std::size_t block : {1, 4, 1000}) {
    const Reading reading = read(table, "", block);
    REQUIRE(reading.sink.records.size() == 2);
    const Project& ferry = *reading.sink.records[0].project();
    CHECK(reading.sink.records[0].title.value == "Un bac sur le lac");
    CHECK(ferry.budget->amount == "1250.50");
    CHECK(ferry.budget->currency == "EUR");
    CHECK(ferry.start.value == "2020-12-31");
    CHECK(ferry.end.value == "2023");
    CHECK(ferry.beneficiaries.items.size() == 2); // the first of them is a list
    const Project& bridge = *reading.sink.records[1].project();
    CHECK(bridge.budget->amount == "12500.00");
    CHECK(bridge.start.value == "2021-06-05");
    CHECK(bridge.end.value == "2021-12-31");
    CHECK(reading.ledger.rejected == 1);
    std::string messages;
    for (const base::Error& error : reading.sink.errors) messages += error.message() + '\n';
    CHECK(messages == "row 6, column 'Montant': 'beaucoup' is no amount\n"
                      "row 6, column 'Devise': 'pesos' is no code of a currency\n"
                      "row 6, column 'Début': '32/13/2020' is neither a year nor a date\n"
                      "row 6, column 'Fin': 'juin 2022' is neither a year nor a date\n");
  }
}

TEST_CASE("a wrong header or mapping is refused") {
  CHECK(message_of("") == "t.csv: the table is empty; give a table with a header");
  CHECK(message_of("a,b\n") ==
        "t.csv:1:1: no column is a title or project id; name a column 'title', or write a mapping");
  CHECK(message_of("title,x,x\n").find("stands twice") != std::string::npos);
  CHECK(message_of("title\n", "Titre = title\n").find("no column 'Titre'") != std::string::npos);
  CHECK(message_of("title,fund\n", "constant fund = idf").find("same field") != std::string::npos);
  CHECK(message_of("title\n", "\ntitle\n").starts_with("t.csv.map:2: a line without '='"));
  CHECK(message_of("title\n", "title = colour\n").find("unknown field 'colour'") !=
        std::string::npos);
  CHECK(message_of("title\n", "separator = ab\n").find("one character") != std::string::npos);
}

TEST_CASE("the separator is guessed from the header") {
  CHECK(guess_separator("a;b;c,d\nx,y,z") == ';');
  CHECK(guess_separator("a\tb") == '\t');
  CHECK(guess_separator("title") == ',');
}
