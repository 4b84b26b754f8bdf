#include "base/error.h"
#include "collecting_sink.h"
#include "records/source_reader.h"
#include "records/spreadsheet.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <zlib.h>

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
      return spreadsheet_text(folder.path / "p.xlsx");
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
