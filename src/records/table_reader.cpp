#include "records/table_reader.h"

#include "records/csv_rows.h"
#include "records/row_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

/// Constants of the mapping as columns whose cells are the same in every row.
struct Constant {
  TableColumn column;
  CsvCell cell;
};

char separator_of(SlidingText& text, const TableMapping& mapping) {
  if (mapping.separator) return *mapping.separator;
  while (text.text().find_first_of("\r\n") == std::string_view::npos && text.more()) {
  }
  return guess_separator(text.text());
}

std::string column_name(const CsvCell& cell) {
  const auto pieces = cell.pieces();
  return pieces.empty() ? std::string() : pieces.front().value;
}

std::optional<TableField> field_of(const std::string& column, const TableMapping& mapping) {
  const auto mapped = mapping.columns.find(column);
  return mapped == mapping.columns.end() ? table_field(column) : mapped->second;
}

/// Whether a field names the record of its row.
bool is_name(std::optional<TableField> field) {
  return field == TableField::title || field == TableField::project_id;
}

class TableReader {
 public:
  TableReader(SlidingText& text, const TableMapping& mapping, RecordSink& sink)
      : source_(text.source()), mapping_(mapping), sink_(sink),
        rows_(text, separator_of(text, mapping)) {
    for (const auto& [field, value] : mapping.constants)
      constants_.push_back({{"constant", field}, {value, false, {}, 0}});
  }

  Ledger read() {
    read_header();
    while (read_row()) {
    }
    return std::move(ledger_);
  }

 private:
  void read_header() {
    const auto header = rows_.next();
    if (!header) refuse({source_}, "the table is empty", "give a table with a header");
    std::set<std::string> names;
    for (const CsvCell& cell : header->cells) {
      TableColumn column{column_name(cell), {}};
      if (!column.name.empty() && !names.insert(column.name).second)
        refuse(rows_.place_of(cell), "the column '" + column.name + "' stands twice",
               "rename one of them");
      column.field = field_of(column.name, mapping_);
      columns_.push_back(std::move(column));
    }
    check_columns(header->place, names);
  }

  void check_columns(const base::Place& place, const std::set<std::string>& names) const {
    for (const auto& [name, field] : mapping_.columns)
      if (!names.contains(name))
        refuse(place, "the table has no column '" + name + "', which the mapping names",
               "correct the mapping");
    for (const Constant& constant : constants_)
      if (fills(constant.column.field))
        refuse(place, "a column and a constant fill the same field", "correct the mapping");
    if (std::none_of(columns_.begin(), columns_.end(),
                     [](const TableColumn& column) { return is_name(column.field); }))
      refuse(place, "no column is a title or project id",
             "name a column 'title', or write a mapping");
  }

  [[nodiscard]] bool fills(std::optional<TableField> field) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [field](const TableColumn& column) { return column.field == field; });
  }

  /// False at the end of the table.
  bool read_row() {
    std::optional<CsvRow> row;
    std::optional<Record> record;
    const bool cut = try_or_reject([&] { row = rows_.next(); });
    if (cut && !row) return false;
    if (row) try_or_reject([&] { record = record_of(*row); });
    ++ledger_.read;
    ++(record ? ledger_.accepted : ledger_.rejected);
    if (record) sink_.accept(std::move(*record), row->place);
    return true;
  }

  /// Whether `work` did not throw; what it threw goes to the sink.
  template<class Work>
  bool try_or_reject(Work work) {
    try {
      work();
      return true;
    } catch (const Error& error) {
      sink_.reject(error);
      return false;
    }
  }

  /// Nothing when a cell was rejected; all of the row's cells are looked at first.
  std::optional<Record> record_of(const CsvRow& row) {
    if (row.cells.size() != columns_.size())
      refuse(row.place,
             "row " + std::to_string(row.number) + " has " + std::to_string(row.cells.size()) +
                 " cells, the header has " + std::to_string(columns_.size()),
             "check its separators and quotes");
    RowReader reader(rows_, row, mapping_);
    for (const Constant& constant : constants_) reader.take(constant.column, constant.cell);
    bool whole = true;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      whole &= try_or_reject([&] { reader.take(columns_[i], row.cells[i]); });
    if (!whole) return std::nullopt;
    Record record = reader.finish(source_);
    count_unmapped(row);
    return record;
  }

  void count_unmapped(const CsvRow& row) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].field && !row.cells[i].raw.empty()) ++ledger_.unmapped[columns_[i].name];
  }

  [[noreturn]] static void refuse(base::Place place, std::string what, std::string advice) {
    throw Error(Failure::input, std::move(place), std::move(what), std::move(advice));
  }

  std::string source_;
  const TableMapping& mapping_;
  RecordSink& sink_;
  CsvRows rows_;
  std::vector<TableColumn> columns_;
  std::vector<Constant> constants_;
  Ledger ledger_;
};

} // namespace

Ledger read_table(SlidingText& text, const TableMapping& mapping, RecordSink& sink) {
  return TableReader(text, mapping, sink).read();
}

bool is_table_of_records(SlidingText& text, const TableMapping& mapping) {
  try {
    const auto header = CsvRows(text, separator_of(text, mapping)).next();
    return header && std::any_of(header->cells.begin(), header->cells.end(), [&](const auto& cell) {
             return is_name(field_of(column_name(cell), mapping));
           });
  } catch (const Error&) {
    return false;
  }
}

} // namespace tela::records
