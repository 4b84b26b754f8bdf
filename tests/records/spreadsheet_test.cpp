#include "base/error.h"
#include "base/interruption.h"
#include "collecting_sink.h"
#include "records/source_reader.h"
#include "records/spreadsheet.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <zlib.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

using namespace tela::records;
using tela::tests::TemporaryFolder;

namespace {

std::string little(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i)
    text += i < 8 ? static_cast<char>(value >> (8 * i) & 0xFFU) : '\0';
  return text;
}

/// A ZIP file of members that are stored as they are.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string file;
  std::string directory;
  for (const auto& [name, text] : members) {
    const auto* bytes = reinterpret_cast<const Bytef*>(text.data()); // NOLINT
    const std::string facts = little(crc32_z(0, bytes, text.size()), 4) + little(text.size(), 4) +
                              little(text.size(), 4) + little(name.size(), 2);
    directory += little(0x02014B50, 4) + little(20, 2) + little(20, 2) + little(0, 8) + facts +
                 little(0, 12) + little(file.size(), 4) + name;
    file +=
        little(0x04034B50, 4) + little(20, 2) + little(0, 8) + facts + little(0, 2) + name + text;
  }
  return file + directory + little(0x06054B50, 4) + little(0, 4) + little(members.size(), 2) +
         little(members.size(), 2) + little(directory.size(), 4) + little(file.size(), 4) +
         little(0, 2);
}

std::string xlsx(const std::string& rows) {
  return zip_of(
      {{"xl/workbook.xml", "<workbook><sheets><sheet name='S' r:id='rId7'/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId7' Target='worksheets/first.xml'/></Relationships>"},
       {"xl/sharedStrings.xml", "<sst><si><t>title</t></si><si><r><t>A </t></r><r><t>ferry, "
                                "new</t></r></si></sst>"},
       {"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='dd/mm/yyyy'/>"
                         "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                         "<xf numFmtId='200'/></cellXfs></styleSheet>"},
       {"xl/worksheets/first.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

} // namespace

TEST_CASE("an XLSX file is a table: shared strings, days, numbers, rows with their numbers") {
  const TemporaryFolder folder;
  folder.write("p.xlsx",
               xlsx("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>start"
                    "</t></is></c><c r='D1' t='str'><v>budget (EUR)</v></c></row>"
                    "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>43874</v></c>"
                    "<c r='D3'><v>1.234</v></c></row>"
                    "<row r='4'><c r='A4' t='s'><v>1</v></c><c r='B4' s='2'><v>59</v></c>"
                    "<c r='D4' t='e'><v>#N/A</v></c></row>"));
  CollectingSink sink;
  const Ledger ledger = read_source(folder.path / "p.xlsx", sink);
  REQUIRE(ledger.accepted == 2);
  CHECK(sink.records[0].title.value == "A ferry, new");
  CHECK(sink.records[0].key == "row-3");
  CHECK(sink.records[0].project()->start.value == "2020-02-13");
  CHECK(sink.records[0].project()->budget->amount == "1.234");
  CHECK(sink.records[1].project()->start.value == "1900-02-28");
  CHECK_FALSE(sink.records[1].project()->budget);
}

TEST_CASE("an ODS file is a table: repeated rows and cells, currencies") {
  const TemporaryFolder folder;
  folder.write(
      "p.ods",
      zip_of({{"content.xml",
               "<office:document-content><office:body><office:spreadsheet><table:table>"
               "<table:table-row><table:table-cell office:value-type='string'><text:p>title"
               "</text:p></table:table-cell><table:table-cell><text:p>budget</text:p>"
               "</table:table-cell><table:table-cell><text:p>end</text:p></table:table-cell>"
               "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
               "<table:table-row table:number-rows-repeated='2'><table:table-cell><text:p>Ferry"
               "</text:p></table:table-cell><table:table-cell office:value-type='currency' "
               "office:currency='HNL' office:value='2500'><text:p>L 2.500</text:p>"
               "</table:table-cell><table:table-cell office:value-type='date' "
               "office:date-value='2020-02-13T00:00:00'/></table:table-row>"
               "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/>"
               "</table:table-row></table:table></office:spreadsheet></office:body>"
               "</office:document-content>"}}));
  CollectingSink sink;
  REQUIRE(read_source(folder.path / "p.ods", sink).accepted == 2);
  CHECK(sink.records[1].key == "row-3");
  CHECK(sink.records[1].project()->budget->amount == "2500.00");
  CHECK(sink.records[1].project()->budget->currency == "HNL");
  CHECK(sink.records[1].project()->end.value == "2020-02-13");
}

TEST_CASE("damaged and hostile spreadsheets are refused") {
  const TemporaryFolder folder;
  const std::string whole = xlsx("<row r='1'><c r='A1' t='s'><v>0</v></c></row>");
  const auto message = [&](std::string_view bytes) -> std::string {
    folder.write("p.xlsx", bytes);
    try {
      return read_spreadsheet(folder.path / "p.xlsx").text;
    } catch (const tela::base::Error& error) {
      return error.message();
    }
  };
  CHECK(message(whole) == "title\n");
  CHECK(message("title\n") == "the file is no ZIP file, as spreadsheets are");
  for (std::size_t size = 0; size < whole.size(); size += 7)
    CHECK(message(whole.substr(0, size)).starts_with("the file is"));
  for (std::size_t at = 0; at < whole.size(); ++at) { // no byte crashes the reader
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    (void)message(changed);
  }
  CHECK(message(xlsx("<row r='1'><c")).find("not well-formed") != std::string::npos);
}

TEST_CASE("a cell that repeats itself without end is given up when the reader is asked to") {
  const TemporaryFolder folder;
  folder.write("p.ods",
               zip_of({{"content.xml",
                        "<office:document-content><office:body><office:spreadsheet>"
                        "<table:table table:name='S'>"
                        "<table:table-row table:number-rows-repeated='2000000000'>"
                        "<table:table-cell table:number-columns-repeated='2000000000'>"
                        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
                        "</office:spreadsheet></office:body></office:document-content>"}}));
  using Clock = std::chrono::steady_clock;
  tela::base::interruption().set_deadline(Clock::now());
  try {
    (void)read_spreadsheet(folder.path / "p.ods");
    FAIL("it was read to its end");
  } catch (const tela::base::Error& error) {
    CHECK(error.failure() == tela::base::Failure::limit);
  }
  tela::base::interruption().set_deadline(Clock::time_point::max());
}

TEST_CASE("cells that nobody can tell apart are refused with sheet and place") {
  const TemporaryFolder folder;
  const auto message = [&](const std::string& rows) -> std::string {
    folder.write("p.xlsx", xlsx(rows));
    try {
      return read_spreadsheet(folder.path / "p.xlsx").text;
    } catch (const tela::base::Error& error) {
      return error.message();
    }
  };
  CHECK(message("<row r='2'><c r='B2' t='s'><v>2</v></c></row>") ==
        "sheet 'S': cell B2 refers to text '2' of the 2 that the file has");
  CHECK(
      message("<row r='1'><c r='A1' t='s'><v>x</v></c></row>").find("cell A1 refers to text 'x'") !=
      std::string::npos);
  CHECK(message("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>") ==
        "sheet 'S': cell A1 stands twice, or behind later ones");
  CHECK(message("<row r='1'><c r='A1'><v>1</v></c><c r='A1'/></row>") ==
        "sheet 'S': cell A1 stands twice, or behind later ones");
  CHECK(message("<row r='1'><c r='A2'><v>1</v></c></row>") == "sheet 'S': row 1 holds a cell 'A2'");
  CHECK(message("<row r='1'><c r='1A'><v>1</v></c></row>") == "sheet 'S': row 1 holds a cell '1A'");
  CHECK(message("<row r='3'/><row r='3'/>") == "sheet 'S': row 3 stands behind row 3");
  CHECK(message("<row r='3'/><row r='2'/>") == "sheet 'S': row 2 stands behind row 3");
  CHECK(message("<row r='1048577'/>") ==
        "sheet 'S': a row has the number 1048577, which no sheet has");
  CHECK(message("<row r='99999999999999999999'/>") ==
        "sheet 'S': a row has the number '99999999999999999999'");
  CHECK(message("<row r='-1'/>") == "sheet 'S': a row has the number '-1'");
  CHECK(message("<row r='1'><c r='XFE1'><v>1</v></c></row>") ==
        "sheet 'S': cell XFE1 lies behind the last column of a sheet");
}

TEST_CASE("what a cell shows and the file does not tell is counted with its place") {
  const TemporaryFolder folder;
  folder.write("p.xlsx",
               xlsx("<row r='1'><c t='inlineStr'><is><t>title</t></is></c><c t='str'><v>end</v>"
                    "</c><c t='str'><v>status</v></c></row>"
                    "<row r='2'><c t='s'><v>1</v></c><c t='e'><f>A9</f><v>#REF!</v></c>"
                    "<c><f>B2</f></c></row>"
                    "<row r='3'><c t='s'><v>1</v></c><c t='str'><f>\"\"</f><v></v></c>"
                    "<c t='e'><v>#N/A</v></c></row>"
                    "<row r='4'><c t='s'><v>1</v></c><c t='d'><v>2020-02-13T00:00:00</v></c>"
                    "</row></sheetData><mergeCells><mergeCell ref='A1:B1'/>"
                    "<mergeCell ref='C3:C4'/></mergeCells><sheetData>"));
  const auto [text, notes] = read_spreadsheet(folder.path / "p.xlsx");
  CHECK(text == "title,end,status\n\"A ferry, new\",,\n\"A ferry, new\",,\n"
                "\"A ferry, new\",2020-02-13,\n");
  CHECK(notes ==
        std::vector<std::string>{
            "sheet 'S': 2 cells hold an error and are read as empty (B2, C3)",
            "sheet 'S': 1 formula has no result in the file and is read as empty: open it in a "
            "spreadsheet program and save it (C2)",
            "sheet 'S': 1 group of merged cells gives its value to its first row only (C3:C4)"});

  folder.write("p.ods",
               zip_of({{"content.xml",
                        "<office:document-content><office:body><office:spreadsheet>"
                        "<table:table table:name='T'><table:table-row>"
                        "<table:table-cell calcext:value-type='error' office:value-type='string'>"
                        "<text:p>#N/A</text:p></table:table-cell>"
                        "<table:table-cell table:formula='of:=1'/>"
                        "<table:table-cell table:number-rows-spanned='2'><text:p>x</text:p>"
                        "</table:table-cell></table:table-row></table:table>"
                        "<table:table table:name='U'/></office:spreadsheet></office:body>"
                        "</office:document-content>"}}));
  CHECK(read_spreadsheet(folder.path / "p.ods").notes.size() == 4);
  CHECK(read_spreadsheet(folder.path / "p.ods").text == ",,x\n");
}

namespace {

/// A workbook of a hidden sheet, one with a table, a chart and one more with a table.
std::string workbook() {
  const auto sheet = [](const std::string& title) {
    return "<x:worksheet><x:sheetData><x:row><x:c t='str'><x:v>title</x:v></x:c></x:row><x:row>"
           "<x:c t='str'><x:v>" +
           title + "</x:v></x:c></x:row></x:sheetData></x:worksheet>";
  };
  return zip_of(
      {{"xl/workbook.xml", "<x:workbook><x:sheets><x:sheet name='Codes' state='hidden' rel:id='a'/>"
                           "<x:sheet name='Chart' rel:id='b'/><x:sheet name='2019' rel:id='c'/>"
                           "<x:sheet name='2020' rel:id='d'/></x:sheets></x:workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='a' Target='a.xml'/>"
        "<Relationship Id='b' Type='http://x/chartsheet' Target='b.xml'/>"
        "<Relationship Id='c' Type='http://x/worksheet' Target='/xl/c.xml'/>"
        "<Relationship Id='d' Target='d.xml'/></Relationships>"},
       {"xl/a.xml", sheet("hidden")},
       {"xl/c.xml", sheet("Ferry of 2019")},
       {"xl/d.xml", sheet("Ferry of 2020")}});
}

} // namespace

TEST_CASE("of several sheets the first that is shown is read, or the one named, and it is said") {
  const TemporaryFolder folder;
  folder.write("p.xlsx", workbook());
  const auto path = folder.path / "p.xlsx";
  CollectingSink first;
  const Ledger ledger = read_source(path, first);
  REQUIRE(first.records.size() == 1);
  CHECK(first.records[0].title.value == "Ferry of 2019");
  REQUIRE(ledger.notes.size() == 1);
  CHECK(ledger.notes[0] == path.string() + ": of its sheets '2019' is read, not 'Codes (hidden)', "
                                           "'2020': write 'sheet = NAME' in its .map to read "
                                           "another");
  folder.write("p.xlsx.map", "sheet = 2020\n");
  CollectingSink second;
  (void)read_source(path, second);
  CHECK(second.records.at(0).title.value == "Ferry of 2020");

  folder.write("p.xlsx.map", "sheet = 2021\n");
  CHECK_THROWS_WITH(read_source(path, second), Catch::Contains("no sheet '2021'"));
  folder.write("p.csv", "title\nFerry\n");
  folder.write("p.csv.map", "sheet = 2021\n");
  CHECK_THROWS_WITH(read_source(folder.path / "p.csv", second), Catch::Contains("sheet"));
}

TEST_CASE("a table of a header without rows is said to be one") {
  const TemporaryFolder folder;
  folder.write("p.csv", "title,budget\n\n,\n");
  CollectingSink sink;
  const Ledger ledger = read_source(folder.path / "p.csv", sink);
  CHECK(ledger.read == 0);
  REQUIRE(ledger.notes.size() == 1);
  CHECK(ledger.notes[0] == (folder.path / "p.csv").string() + ": a header and no rows");
}
