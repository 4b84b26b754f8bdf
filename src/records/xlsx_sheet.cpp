#include "base/calendar.h"
#include "records/sheet_xml.h"
#include "records/sheets.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace tela::records {

namespace {

using pugi::xml_node;

/// Column and row that "AB12" names, from 0 and from 1; nothing when it is no name of a cell.
std::optional<std::pair<std::size_t, std::size_t>> place_named(std::string_view name) {
  constexpr std::size_t letters = 26;
  constexpr std::size_t most_letters = 3;
  std::size_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && at < most_letters && name[at] >= 'A' && name[at] <= 'Z'; ++at)
    column = column * letters + static_cast<std::size_t>(name[at] - 'A') + 1;
  std::size_t row = 0;
  const auto [end, fault] = std::from_chars(name.data() + at, name.data() + name.size(), row);
  if (column == 0 || fault != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return std::pair{column - 1, row};
}

/// Whether "B2:B7" lies in several rows.
bool spans_rows(std::string_view range) {
  const auto colon = std::min(range.find(':'), range.size());
  const auto first = place_named(range.substr(0, colon));
  const auto last = place_named(range.substr(std::min(colon + 1, range.size())));
  return first && last && first->second != last->second;
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

/// The day that spreadsheets think 1900 had.
constexpr int no_day = 60;

/// The ISO date of a day counted from 1900 or 1904; nothing outside of 1900 to 9999.
std::optional<std::string> day_text(double serial, bool from_1904) {
  constexpr double last = 2'958'465; // 9999-12-31
  if (!(serial >= 1 && serial <= last)) return std::nullopt;
  int days = static_cast<int>(std::floor(serial));
  if (!from_1904 && days == no_day) return std::nullopt;
  if (!from_1904 && days < no_day) ++days;
  using namespace std::chrono; // NOLINT(google-build-using-namespace): its literals
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

/// The member that a relation of the workbook points to.
std::string member_of(std::string_view target) {
  return target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

/// The id of the relation that leads to a sheet: "r:id", whatever its prefix.
std::string relation_of(xml_node sheet) {
  for (const pugi::xml_attribute attribute : sheet.attributes())
    if (std::string_view(attribute.name()).ends_with(":id")) return attribute.value();
  return {};
}

class Workbook {
 public:
  Workbook(const ZipArchive& archive, std::string_view source, SheetText& sheet)
      : archive_(archive), source_(source), sheet_(sheet) {
    read_strings();
    read_formats();
  }

  void write(const WantedSheet& wanted) {
    const SheetXml xml = open(member_to_read(wanted));
    std::size_t number = 0;
    for (const xml_node row : xml.root().child("sheetData").children("row")) {
      number = number_of(row, number);
      sheet_.begin_row(number);
      write_cells(row, number);
      sheet_.end_row();
    }
    for (const xml_node merged : xml.root().child("mergeCells").children("mergeCell")) {
      const std::string_view range = merged.attribute("ref").value();
      if (spans_rows(range)) sheet_.lose(SheetLoss::merged, range);
    }
  }

 private:
  [[nodiscard]] SheetXml open(std::string_view member) const {
    return {archive_, source_, member, ElementNames::local};
  }

  void read_strings() {
    const SheetXml xml = open("xl/sharedStrings.xml");
    for (const xml_node item : xml.root().children("si")) strings_.push_back(string_of(item));
  }

  void read_formats() {
    const SheetXml xml = open("xl/styles.xml");
    std::vector<unsigned> days;
    for (const xml_node format : xml.root().child("numFmts").children("numFmt"))
      if (shows_days(format.attribute("formatCode").value()))
        days.push_back(format.attribute("numFmtId").as_uint());
    for (const xml_node style : xml.root().child("cellXfs").children("xf")) {
      const unsigned format = style.attribute("numFmtId").as_uint();
      is_day_.push_back(is_built_in_day(format) || std::ranges::count(days, format) > 0);
    }
  }

  /// Sheets of charts have relations to elsewhere and are no sheets of cells.
  std::string member_to_read(const WantedSheet& wanted) {
    const SheetXml book = open("xl/workbook.xml");
    const SheetXml links = open("xl/_rels/workbook.xml.rels");
    from_1904_ = book.root().child("workbookPr").attribute("date1904").as_bool();
    std::vector<SheetEntry> entries;
    std::vector<std::string> members;
    for (const xml_node sheet : book.root().child("sheets").children("sheet")) {
      const xml_node link =
          links.root().find_child_by_attribute("Relationship", "Id", relation_of(sheet).c_str());
      const std::string_view type = link.attribute("Type").value();
      if (!link || type.ends_with("/chartsheet") || type.ends_with("/dialogsheet")) continue;
      const std::string_view state = sheet.attribute("state").value();
      entries.push_back({sheet.attribute("name").value(), !state.empty() && state != "visible"});
      members.push_back(member_of(link.attribute("Target").value()));
    }
    return members.at(choose_sheet(entries, source_, wanted, sheet_));
  }

  [[nodiscard]] std::size_t number_of(xml_node row, std::size_t before) const {
    const std::string_view written = row.attribute("r").value();
    if (written.empty()) return before + 1;
    std::size_t number = 0;
    const auto [end, fault] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    if (fault != std::errc() || end != written.data() + written.size())
      sheet_.refuse("a row has the number '" + std::string(written) + "'");
    return number;
  }

  void write_cells(xml_node row, std::size_t number) {
    std::size_t column = 0;
    for (const xml_node cell : row.children("c")) {
      if (const std::string name = cell.attribute("r").value(); !name.empty()) {
        const auto place = place_named(name);
        if (!place || place->second != number)
          sheet_.refuse("row " + std::to_string(number) + " holds a cell '" + name + "'");
        column = place->first;
      }
      sheet_.cell(column, value_of(cell, column));
      ++column;
    }
  }

  [[nodiscard]] std::string value_of(xml_node cell, std::size_t column) const {
    const std::string_view type = cell.attribute("t").value();
    const std::string value = cell.child("v").text().get();
    if (type == "inlineStr") return string_of(cell.child("is"));
    if (cell.child("f") && !cell.child("v")) return lost(SheetLoss::not_computed, column);
    if (type == "e") return lost(SheetLoss::error, column); // "#N/A", "#DIV/0!"
    if (type == "s") return shared_string(value, column);
    if (type == "b") return value == "0" ? "FALSE" : "TRUE";
    if (type == "d") return value.substr(0, std::string_view("2020-02-13").size());
    if (!type.empty() && type != "n") return value;
    return is_day(cell) ? day_of(value, column) : plain_number(value);
  }

  [[nodiscard]] bool is_day(xml_node cell) const {
    const auto style = cell.attribute("s").as_uint();
    return style < is_day_.size() && is_day_[style];
  }

  [[nodiscard]] std::string day_of(const std::string& value, std::size_t column) const {
    double serial = 0;
    std::from_chars(value.data(), value.data() + value.size(), serial);
    if (!from_1904_ && std::floor(serial) == no_day) sheet_.lose(SheetLoss::impossible_day, column);
    return day_text(serial, from_1904_).value_or(plain_number(value));
  }

  [[nodiscard]] std::string lost(SheetLoss loss, std::size_t column) const {
    sheet_.lose(loss, column);
    return {};
  }

  [[nodiscard]] const std::string& shared_string(std::string_view value, std::size_t column) const {
    std::size_t place = strings_.size();
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), place);
    if (fault != std::errc() || end != value.data() + value.size() || place >= strings_.size())
      sheet_.refuse(column, "refers to text '" + std::string(value) + "' of the " +
                                std::to_string(strings_.size()) + " that the file has");
    return strings_[place];
  }

  const ZipArchive& archive_;
  std::string_view source_;
  SheetText& sheet_;
  std::vector<std::string> strings_;
  std::vector<bool> is_day_; ///< by style
  bool from_1904_ = false;
};

} // namespace

void read_xlsx(const ZipArchive& archive, std::string_view source, const WantedSheet& wanted,
               SheetText& sheet) {
  Workbook(archive, source, sheet).write(wanted);
}

} // namespace tela::records
