#include "records/sheet_xml.h"
#include "records/sheets.h"

#include <pugixml.hpp>

#include <algorithm>
#include <string>

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

void write_row(xml_node row, SheetText& sheet) {
  std::size_t column = 0;
  for (const xml_node cell : row.children()) {
    const std::string value = value_of(cell);
    const std::size_t times = std::clamp<std::size_t>(
        cell.attribute("table:number-columns-repeated").as_uint(1), 1, SheetText::most_columns);
    for (std::size_t i = 0; i < times && !value.empty(); ++i) sheet.cell(column + i, value);
    column += times;
  }
}

/// Writes the rows that one element stands for, and returns their number.
std::size_t write_rows_of(xml_node row, std::size_t number, SheetText& sheet) {
  const std::size_t times = std::clamp<std::size_t>(
      row.attribute("table:number-rows-repeated").as_uint(1), 1, SheetText::most_rows);
  for (std::size_t i = 0; i < times; ++i) {
    write_row(row, sheet);
    if (!sheet.end_row(number + i + 1)) break; // empty rows end every sheet
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

void read_ods(const ZipArchive& archive, std::string_view source, SheetText& sheet) {
  constexpr int deepest = 8;
  const SheetXml xml(archive, source, "content.xml");
  std::size_t number = 0;
  write_rows(xml.root().child("office:body").child("office:spreadsheet").child("table:table"),
             number, deepest, sheet);
}

} // namespace tela::records
