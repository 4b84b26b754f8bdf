#include "records/table_columns.h"

#include "base/error.h"
#include "records/column_names.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tela::records {

namespace {

[[noreturn]] void refuse(base::Place place, std::string what, std::string advice) {
  throw base::Error(base::Failure::input, std::move(place), std::move(what), std::move(advice));
}

TableColumn column_named(std::string name, const TableMapping& mapping) {
  const ColumnHabits habits = mapping.habits_of(name);
  TableColumn column;
  column.list_separator = habits.list_separator.value_or(';');
  column.values = {habits.dates, habits.decimals, {}};
  const auto meaning = meaning_of_column(name);
  if (meaning) {
    column.use.field = meaning->field;
    column.rank = meaning->rank;
    column.is_clear = meaning->is_clear;
    column.values.amounts = meaning->unit;
  }
  if (const auto mapped = mapping.columns.find(name); mapped != mapping.columns.end()) {
    column.use = mapped->second;
    column.rank = 0;
    column.is_clear = true;
  }
  column.name = std::move(name);
  return column;
}

} // namespace

bool is_name(const TableColumn& column) {
  return column.use.field == TableField::title || column.use.field == TableField::project_id ||
         column.use.field == TableField::iati_id;
}

std::vector<TableColumn> columns_of(const CsvRows& rows, const CsvRow& header,
                                    const TableMapping& mapping) {
  std::set<std::string> names;
  std::vector<TableColumn> columns;
  for (const CsvCell& cell : header.cells) {
    const auto pieces = cell.pieces();
    std::string name = pieces.empty() ? std::string() : pieces.front().value;
    if (!name.empty() && !names.insert(name).second)
      refuse(rows.place_of(cell), "the column '" + name + "' stands twice", "rename one of them");
    columns.push_back(column_named(std::move(name), mapping));
  }
  return columns;
}

void check_columns(const std::vector<TableColumn>& columns, const base::Place& header,
                   const TableMapping& mapping) {
  const auto has = [&](std::string_view name) {
    return std::ranges::find(columns, name, &TableColumn::name) != columns.end();
  };
  const auto check = [&](std::string_view name) {
    if (!has(name))
      refuse(header, "the table has no column '" + std::string(name) + "', which the mapping names",
             "correct the mapping");
  };
  for (const auto& [name, use] : mapping.columns) check(name);
  for (const auto& [name, habits] : mapping.own) check(name);
  for (const auto& constant : mapping.constants)
    if (std::ranges::any_of(columns,
                            [&](const auto& column) { return column.use.field == constant.first; }))
      refuse(header, "a column and a constant fill the same field", "correct the mapping");
  if (std::ranges::none_of(columns, is_name))
    refuse(header, "no column is a title or project id",
           "name a column 'title', or write a mapping (tela build --suggest-map FILE)");
}

char separator_of(SlidingText& text, const TableMapping& mapping) {
  if (mapping.separator) return *mapping.separator;
  while (text.text().find_first_of("\r\n") == std::string_view::npos && text.more()) {
  }
  return guess_separator(text.text());
}

} // namespace tela::records
