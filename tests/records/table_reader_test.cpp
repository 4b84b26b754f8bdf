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
        "t.csv:2:5: row 2, column 'status': unknown status 'asleep'; correct the cell");
  CHECK(errors[1].place().column == 12);
  CHECK(errors[2].message() == "row 4 has 2 cells, the header has 4");
  CHECK(errors[3].message() == "row 5 holds text behind a closing quote");
  CHECK(errors[4].message() == "row 6: no title and no project id");
  CHECK(errors[5].message() == "row 7, column 'beneficiary codes': 'Chile' is no code of a state");
  CHECK(errors[6].message() == "row 9 holds a byte that is not UTF-8");
  CHECK(errors[7].message() == "row 10 holds a quote that is never closed");
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
