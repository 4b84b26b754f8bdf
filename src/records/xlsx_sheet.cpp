#include "base/calendar.h"
#include "records/sheet_xml.h"
#include "records/sheets.h"

#include <pugixml.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace tela::records {

namespace {

using pugi::xml_node;

/// Column from 0 of "AB12"; nothing without letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  constexpr std::size_t letters = 26;
  std::size_t column = 0;
  for (const char c : reference.substr(0, 3)) {
    if (c < 'A' || c > 'Z') break;
    column = column * letters + static_cast<std::size_t>(c - 'A') + 1;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

/// Whether a format of numbers shows days: letters of dates outside of quotes and brackets.
bool shows_days(std::string_view format) {
  char closing = '\0';
  for (const char c : format) {
    if (closing != '\0') {
      if (c == closing) closing = '\0';
    } else if (c == '"' || c == '[') {
      closing = c == '"' ? '"' : ']';
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
      return true;
    }
  }
  return false;
}

/// Formats that every file knows without defining them (ECMA-376 part 1, 18.8.30).
bool is_built_in_day(unsigned format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
         format == 36 || (format >= 50 && format <= 58);
}

/// The ISO date of a day counted from 1900 or 1904; nothing outside of 1900 to 9999.
std::optional<std::string> day_text(double serial, bool from_1904) {
  constexpr double last = 2'958'465; // 9999-12-31
  if (!(serial >= 1 && serial <= last)) return std::nullopt;
  int days = static_cast<int>(std::floor(serial));
  if (!from_1904 && days < 60) ++days; // the day that 1900 did not have
  using namespace std::chrono;         // NOLINT(google-build-using-namespace): its literals
  const sys_days origin =
      from_1904 ? sys_days(1904y / January / 1) : sys_days(1899y / December / 30);
  return base::iso_text(year_month_day{origin + std::chrono::days(days)});
}

/// The text of a shared or inline string: that of its runs together.
std::string string_of(xml_node node) {
  std::string text = node.child("t").text().get();
  for (const xml_node run : node.children("r")) text += run.child("t").text().get();
  return text;
}

class Workbook {
 public:
  Workbook(const ZipArchive& archive, std::string_view source)
      : archive_(archive), source_(source) {
    read_strings();
    read_formats();
  }

  void write(SheetText& sheet) {
    const SheetXml xml(archive_, source_, first_sheet());
    std::size_t number = 0;
    for (const xml_node row : xml.root().child("sheetData").children("row")) {
      number = row.attribute("r").as_uint(static_cast<unsigned>(number + 1));
      std::size_t column = 0;
      for (const xml_node cell : row.children("c")) {
        column = column_of(cell.attribute("r").value()).value_or(column);
        sheet.cell(column++, value_of(cell));
      }
      sheet.end_row(number);
    }
  }

 private:
  void read_strings() {
    const SheetXml xml(archive_, source_, "xl/sharedStrings.xml");
    for (const xml_node item : xml.root().children("si")) strings_.push_back(string_of(item));
  }

  void read_formats() {
    const SheetXml xml(archive_, source_, "xl/styles.xml");
    std::vector<unsigned> days;
    for (const xml_node format : xml.root().child("numFmts").children("numFmt"))
      if (shows_days(format.attribute("formatCode").value()))
        days.push_back(format.attribute("numFmtId").as_uint());
    for (const xml_node style : xml.root().child("cellXfs").children("xf")) {
      const unsigned format = style.attribute("numFmtId").as_uint();
      is_day_.push_back(is_built_in_day(format) || std::ranges::count(days, format) > 0);
    }
  }

  /// The member of the workbook's first sheet.
  std::string first_sheet() {
    const SheetXml book(archive_, source_, "xl/workbook.xml");
    from_1904_ = book.root().child("workbookPr").attribute("date1904").as_bool();
    const std::string id = book.root().child("sheets").child("sheet").attribute("r:id").value();
    const SheetXml links(archive_, source_, "xl/_rels/workbook.xml.rels");
    for (const xml_node link : links.root().children("Relationship"))
      if (id == link.attribute("Id").value()) {
        const std::string target = link.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
      }
    return "xl/worksheets/sheet1.xml";
  }

  [[nodiscard]] std::string value_of(xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    const std::string value = cell.child("v").text().get();
    if (type == "inlineStr") return string_of(cell.child("is"));
    if (type == "s") {
      const auto place = cell.child("v").text().as_uint(~0U);
      return place < strings_.size() ? strings_[place] : std::string();
    }
    if (type == "e") return {}; // "#N/A", "#DIV/0!"
    if (!type.empty() && type != "n") return value;
    const auto style = cell.attribute("s").as_uint();
    if (style < is_day_.size() && is_day_[style])
      if (auto day = day_text(cell.child("v").text().as_double(), from_1904_)) return *day;
    return plain_number(value);
  }

  const ZipArchive& archive_;
  std::string_view source_;
  std::vector<std::string> strings_;
  std::vector<bool> is_day_; ///< by style
  bool from_1904_ = false;
};

} // namespace

void read_xlsx(const ZipArchive& archive, std::string_view source, SheetText& sheet) {
  Workbook(archive, source).write(sheet);
}

} // namespace tela::records
