#include "records/sheet_xml.h"
#include "records/sheets.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tela::records {

namespace {

using pugi::xml_node;

/// All text below a node; "text:s" and "text:tab" are spaces, as in ODF. Spans hold no deep nesting
/// that people make; what is deeper than `depth` is left out.
std::string text_below(xml_node node, int depth = 16) {
  std::string text;
  for (const xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata)
      text += child.value();
    else if (name == "text:s" || name == "text:tab")
      text += ' ';
    else if (name == "text:line-break")
      text += '\n';
    else if (depth > 0 && name != "office:annotation")
      text += text_below(child, depth - 1);
  }
  return text;
}

std::string value_of(xml_node cell) {
  const std::string_view type = cell.attribute("office:value-type").value();
  if (type == "date") return std::string(cell.attribute("office:date-value").value()).substr(0, 10);
  if (type == "float" || type == "percentage" || type == "currency") {
    const std::string currency = cell.attribute("office:currency").value();
    return plain_number(cell.attribute("office:value").value()) +
           (currency.empty() ? "" : " " + currency);
  }
  std::string text;
  for (const xml_node paragraph : cell.children("text:p"))
    (text += text.empty() ? "" : "\n") += text_below(paragraph);
  return text;
}

std::size_t times_of(xml_node node, const char* attribute, std::size_t most) {
  return std::clamp<std::size_t>(node.attribute(attribute).as_uint(1), 1, most);
}

bool is_error(xml_node cell) {
  return std::string_view(cell.attribute("calcext:value-type").value()) == "error";
}

/// Notes what the cell shows and does not tell.
void note_losses(xml_node cell, std::string_view value, std::size_t column, SheetText& sheet) {
  if (is_error(cell)) return sheet.lose(SheetLoss::error, column);
  if (value.empty() && cell.attribute("table:formula") && !cell.attribute("office:value-type"))
    sheet.lose(SheetLoss::not_computed, column);
  if (cell.attribute("table:number-rows-spanned").as_uint(1) > 1)
    sheet.lose(SheetLoss::merged, column);
}

void write_row(xml_node row, SheetText& sheet) {
  std::size_t column = 0;
  for (const xml_node cell : row.children()) {
    const std::string value = is_error(cell) ? "" : value_of(cell);
    const std::size_t times =
        times_of(cell, "table:number-columns-repeated", SheetText::most_columns);
    note_losses(cell, value, column, sheet);
    for (std::size_t i = 0; i < times && !value.empty(); ++i) sheet.cell(column + i, value);
    column += times;
  }
}

bool says_anything(xml_node row) {
  return std::ranges::any_of(row.children(), [](xml_node cell) {
    return cell.first_child() || cell.attribute("office:value-type") ||
           cell.attribute("table:formula");
  });
}

/// Writes the rows that one element stands for, and returns their number. Empty rows end every
/// sheet, more than it can have.
std::size_t write_rows_of(xml_node row, std::size_t number, SheetText& sheet) {
  const std::size_t times = times_of(row, "table:number-rows-repeated", SheetText::most_rows);
  for (std::size_t i = 0; i < times && says_anything(row); ++i) {
    sheet.begin_row(number + i + 1);
    write_row(row, sheet);
    sheet.end_row();
  }
  return times;
}

/// Rows of a table, also those within its groups and header.
void write_rows(xml_node table, std::size_t& number, int depth, SheetText& sheet) {
  for (const xml_node node : table.children()) {
    const std::string_view name = node.name();
    if (name == "table:table-row") {
      number += write_rows_of(node, number, sheet);
    } else if (depth > 0 && (name == "table:table-header-rows" || name == "table:table-rows" ||
                             name == "table:table-row-group")) {
      write_rows(node, number, depth - 1, sheet);
    }
  }
}

} // namespace

void read_ods(const ZipArchive& archive, std::string_view source, const WantedSheet& wanted,
              SheetText& sheet) {
  constexpr int deepest = 8;
  const SheetXml xml(archive, source, "content.xml");
  std::vector<SheetEntry> entries;
  std::vector<xml_node> tables;
  for (const xml_node table :
       xml.root().child("office:body").child("office:spreadsheet").children("table:table")) {
    entries.push_back({table.attribute("table:name").value()});
    tables.push_back(table);
  }
  std::size_t number = 0;
  write_rows(tables.at(choose_sheet(entries, source, wanted, sheet)), number, deepest, sheet);
}

} // namespace tela::records
