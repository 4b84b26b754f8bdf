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
  const TableMapping parsed =
      mapping.empty() ? TableMapping{} : parse_table_mapping("t.csv.map", mapping);
  reading.ledger =
      read_table([&] { return SlidingText("t.csv", table, block); }, parsed, reading.sink);
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
        "t.csv:1:1: no column is a title or project id; name a column 'title', or write a mapping "
        "(tela build --suggest-map FILE)");
  CHECK(message_of("title,x,x\n").find("stands twice") != std::string::npos);
  CHECK(message_of("title\n", "Titre = title\n").find("no column 'Titre'") != std::string::npos);
  CHECK(message_of("title,fund\n", "constant fund = idf").find("same field") != std::string::npos);
  CHECK(message_of("title\n", "\ntitle\n").starts_with("t.csv.map:2: a line without '='"));
  CHECK(message_of("title\n", "title = colour\n").find("unknown field 'colour'") !=
        std::string::npos);
  CHECK(message_of("title\n", "separator = ab\n").find("one character") != std::string::npos);
}

TEST_CASE("the order of day and month is that of all values of a column") {
  const Reading american = read("title,start\nA,02/13/2019\nB,02/12/2019\nC,2019\n");
  REQUIRE(american.sink.records.size() == 3);
  CHECK(american.sink.records[0].project()->start.value == "2019-02-13");
  CHECK(american.sink.records[1].project()->start.value == "2019-02-12");
  REQUIRE(american.ledger.notes.size() == 1);
  CHECK(american.ledger.notes[0] == "t.csv: column 'start': 1 value that can be either are read "
                                    "month first, because of '02/13/2019' in row 2");

  const Reading by_others = read("title,start,end\nA,02/12/2019,31/12/2020\n");
  CHECK(by_others.sink.records.at(0).project()->start.value == "2019-12-02");

  const Reading open = read("title,start\nA,02/12/2019\nB,03/03/2019\n");
  CHECK(open.sink.records.at(0).project()->start.value == "2019");
  CHECK(open.sink.records.at(1).project()->start.value == "2019-03-03");
  CHECK(open.ledger.notes.at(0).find("the year alone is taken; write 'dates = day first'") !=
        std::string::npos);

  const Reading disputed = read("title,start\nA,02/12/2019\nB,13/02/2019\nC,02/14/2019\n");
  CHECK(disputed.sink.records.at(0).project()->start.value == "2019");
  CHECK(disputed.sink.records.at(1).project()->start.value == "2019-02-13");
  CHECK(disputed.ledger.notes.at(0).find("'13/02/2019' in row 3 and '02/14/2019' in row 4") !=
        std::string::npos);

  const Reading told = read("title,start,end\nA,02/12/2019,02/12/2020\n",
                            "dates = month first\ndates of end = day first\n");
  CHECK(told.sink.records.at(0).project()->start.value == "2019-02-12");
  CHECK(told.sink.records.at(0).project()->end.value == "2020-12-02");
  CHECK(told.ledger.notes.empty());
  CHECK(read("title,start\nA,31/02/2020\nB,31/12/20\n").sink.errors.size() == 2);
}

TEST_CASE("the decimal mark is that of all values of a column") {
  const auto amounts = [](std::string_view table, std::string_view mapping = "") {
    std::string text;
    for (const Record& record : read(table, mapping).sink.records) {
      const auto& budget = record.project()->budget;
      text += (budget ? budget->amount + ' ' + budget->currency : "none") + '\n';
    }
    return text;
  };
  CHECK(amounts("title;budget\nA;1.234 €\nB;39,5 €\n") == "1234.00 EUR\n39.50 EUR\n");
  CHECK(amounts("title;budget\nA;1.234 €\nB;39.5 €\n") == "1.234 EUR\n39.50 EUR\n");
  CHECK(amounts("title;budget\nA;1.234 €\n") == "1234.00 EUR\n");
  CHECK(amounts("title;budget\nA;1.234 €\n", "decimal = .\n") == "1.234 EUR\n");
  CHECK(amounts("title;budget (EUR million)\nA;2,5\n") == "2500000.00 EUR\n");
  CHECK(amounts("title;budget;default_currency\nA;2e+06;GBP\nB;£5;USD\n") ==
        "2000000.00 GBP\n5.00 GBP\n");
  const Reading disputed = read("title;budget\nA;1.234 €\nB;39.5 €\nC;39,5 €\n");
  CHECK(disputed.sink.errors.size() == 1);
  const Reading nowhere = read("title,budget\nA,500\n");
  CHECK_FALSE(nowhere.sink.records.at(0).project()->budget);
  CHECK(nowhere.ledger.unmapped.size() == 1); // says that the currency is missing
}

TEST_CASE("rows are one record only by an id") {
  const Reading reading = read("activity_identifier,title\nXM-1,Same title\nXM-2,Same title\n");
  CHECK(reading.sink.records.at(0).project()->iati_id.value == "XM-1");
  CHECK(reading.sink.records.at(1).project()->iati_id.value == "XM-2");
  CHECK(reading.ledger.notes.empty());

  const Reading titles = read("title,year\nSame title,2019\nOther,2019\nSame Title,2020\n");
  CHECK(titles.sink.records.at(0).key == "row-2");
  CHECK(titles.sink.records.at(2).key == "row-4");
  REQUIRE(titles.ledger.notes.size() == 1);
  CHECK(titles.ledger.notes[0].find("likely twins, kept apart (rows 2 and 4)") !=
        std::string::npos);

  const Reading again = read("ProjectID,title\nT05-EUTF-1,A\nT05-EUTF-1,A\n17,B\n");
  CHECK(again.sink.records.at(0).project()->project_id.value == "T05-EUTF-1");
  CHECK(again.sink.records.at(2).project()->project_id.empty()); // a number is the table's own
  CHECK(again.sink.records.at(2).key == "17");
  CHECK(again.ledger.notes.at(0).find("add to its record (rows 2 and 3)") != std::string::npos);
}

TEST_CASE("an address that rows of several titles share is none of theirs") {
  const Reading reading = read("title,url\nA,https://a.org/all\nB,https://a.org/all\n"
                               "B,https://a.org/all\nA,https://a.org/all\nC,https://a.org/c\n");
  const auto& records = reading.sink.records;
  CHECK(records.at(0).key.empty());
  CHECK(records.at(1).key == "row-3");
  CHECK(records.at(2).key == "row-4");
  CHECK(records.at(3).key.empty());
  CHECK(records.at(4).key.empty());
  REQUIRE(reading.ledger.notes.size() == 3);
  CHECK(reading.ledger.notes[1].find("2 rows have the address of an earlier row and another") !=
        std::string::npos);
}

TEST_CASE("columns as IATI, EUTF, the World Bank and others name them") {
  const Reading eutf = read("ProjectID,ProjectTitle,ProjectBudget (EUR),ProjectLocation,"
                            "ProjectStartDate,ProjectEndDate\n"
                            "T05-1,Jobs,\"10,000,000\",Ethiopia,2017-07-03,N/A\n");
  REQUIRE(eutf.sink.records.size() == 1);
  const Project& jobs = *eutf.sink.records[0].project();
  CHECK(jobs.project_id.value == "T05-1");
  CHECK(jobs.budget->amount == "10000000.00");
  CHECK(jobs.budget->currency == "EUR");
  CHECK(jobs.beneficiaries.raw.value == "Ethiopia");
  CHECK(jobs.start.value == "2017-07-03");
  CHECK(jobs.end.empty());
  CHECK(eutf.ledger.unmapped.empty());

  const Reading iati = read("iati-identifier,title,recipient-country-code,start-planned,"
                            "start-actual,default-currency,\n"
                            "XM-1,Jobs,HND;340,2019-01-01,2019-02-01,USD,x\n"
                            "XM-2,Work,HN,2019-01-01,,USD,\n");
  REQUIRE(iati.sink.records.size() == 2);
  CHECK(iati.sink.records[0].project()->start.value == "2019-02-01");
  CHECK(iati.sink.records[1].project()->start.value == "2019-01-01");
  CHECK(iati.sink.records[0].links.states.at(1).iso == "340");
  CHECK(iati.ledger.unmapped == Unmapped{{"column 7, which has no name", 1}, {"start-planned", 1}});

  const Reading simple = read("id,name,country,amount,currency,start,end\n"
                              "7,Jobs,HN,\"1,000\",USD,2019,2020\n8,Work,SLV,-,USD,2019,s/d\n");
  REQUIRE(simple.sink.records.size() == 2);
  CHECK(simple.sink.records[0].key == "7");
  CHECK(simple.sink.records[1].links.states.at(0).iso == "SLV"); // a column of codes
  CHECK(simple.sink.records[1].project()->end.empty());
}

TEST_CASE("any column fills any property by a mapping") {
  const Reading reading = read("title;Sector;Donor;Share;Seen\nA;jobs|trade;DE 1;39,5;2019-02-03\n",
                               "list of Sector = |\nSector = tela:sectorName text en\n"
                               "Donor = https://x.org/donor iri https://x.org/d?id={}\n"
                               "Share = tela:share number\nSeen = dcterms:issued date\n");
  const auto& values = reading.sink.records.at(0).properties;
  REQUIRE(values.size() == 5);
  CHECK(values[1] ==
        PropertyValue{"tela:sectorName", ValueKind::text, "en", {"trade", values[1].value.span}});
  CHECK(values[2].property == "https://x.org/donor");
  CHECK(values[2].value.value == "https://x.org/d?id=DE%201");
  CHECK(values[3].value.value == "39.50");
  CHECK(values[4].value.value == "2019-02-03");
  CHECK(message_of("title\n", "title = tela:x colour\n").find("unknown kind") != std::string::npos);
  CHECK(message_of("title\n", "dates = either\n").find("day first") != std::string::npos);
}

TEST_CASE("the separator is guessed from the header") {
  CHECK(guess_separator("a;b;c,d\nx,y,z") == ';');
  CHECK(guess_separator("a\tb") == '\t');
  CHECK(guess_separator("title") == ',');
  CHECK(guess_separator("SEP=;\r\na,b;c") == ';');
  CHECK(guess_separator("\xEF\xBB\xBFSep=|\na,b") == '|');
  CHECK(read("SEP=;\ntitle;year\nA;2019\n").sink.records.size() == 1);
}
