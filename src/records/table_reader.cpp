#include "records/table_reader.h"

#include "records/csv_rows.h"
#include "records/empty_cell.h"
#include "records/row_reader.h"
#include "records/row_twins.h"

#include <algorithm>
#include <optional>
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

/// Fields that several columns may fill together.
bool is_joined(const ColumnUse& use) {
  return !use.field || use.field == TableField::body || use.field == TableField::partners ||
         use.field == TableField::beneficiary_codes || use.field == TableField::other_country_codes;
}

class TableReader {
 public:
  TableReader(const OpenTable& open, TableHabits habits, const TableMapping& mapping,
              RecordSink& sink)
      : text_(open()), sink_(sink), rows_(text_, separator_of(text_, mapping)),
        columns_(std::move(habits.columns)) {
    ledger_.notes = std::move(habits.notes);
    std::ignore = rows_.next(); // the header
    for (const auto& [field, value] : mapping.constants) {
      TableColumn column{"constant", {field, std::nullopt}};
      constants_.push_back({std::move(column), {value, false, {}, 0}});
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) order_.push_back(i);
    std::ranges::stable_sort(order_, {}, [&](std::size_t i) { return columns_[i].rank; });
  }

  Ledger read() {
    while (read_row()) {
    }
    if (ledger_.read == 0) ledger_.notes.emplace_back("a header and no rows");
    for (std::string& note : twins_.notes()) ledger_.notes.push_back(std::move(note));
    for (std::string& note : ledger_.notes) note.insert(0, text_.source() + ": ");
    return std::move(ledger_);
  }

 private:
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

  /// Whether `work` did not throw; a fault of the input goes to the sink.
  template<class Work>
  bool try_or_reject(Work work) {
    try {
      work();
      return true;
    } catch (const Error& error) {
      if (error.failure() != Failure::input) throw;
      sink_.reject(error);
      return false;
    }
  }

  /// Nothing when a cell was rejected; all of the row's cells are looked at first.
  std::optional<Record> record_of(const CsvRow& row) {
    if (row.cells.size() != columns_.size())
      throw Error(Failure::input, row.place,
                  "row " + std::to_string(row.number) + " has " + std::to_string(row.cells.size()) +
                      " cells, the header has " + std::to_string(columns_.size()),
                  "check its separators and quotes");
    RowReader reader(rows_, row);
    for (const Constant& constant : constants_) reader.take(constant.column, constant.cell);
    std::vector<std::size_t> left_out;
    if (!take_cells(row, reader, left_out)) return std::nullopt;
    Record record = reader.finish(text_.source(), ledger_.unmapped);
    for (const std::size_t i : left_out) ++ledger_.unmapped[name_of(i)];
    tell_apart(record, row.number);
    return record;
  }

  /// False when a cell was rejected. `left_out` gets the columns whose values nothing takes.
  bool take_cells(const CsvRow& row, RowReader& reader, std::vector<std::size_t>& left_out) {
    bool whole = true;
    std::vector<TableField> filled;
    for (const std::size_t i : order_) {
      const ColumnUse& use = columns_[i].use;
      if (says_nothing(row.cells[i].raw)) continue;
      const bool again = !is_joined(use) && std::ranges::count(filled, *use.field) > 0;
      if (again || (!use.field && !use.property)) {
        left_out.push_back(i);
        continue;
      }
      whole &= try_or_reject([&] { reader.take(columns_[i], row.cells[i]); });
      if (use.field) filled.push_back(*use.field);
    }
    return whole;
  }

  [[nodiscard]] std::string name_of(std::size_t column) const {
    const std::string& name = columns_[column].name;
    return name.empty() ? "column " + std::to_string(column + 1) + ", which has no name" : name;
  }

  /// An address that a row of another title has, too, is not that of one record.
  void tell_apart(Record& record, std::uint64_t row) {
    if (const Project* project = record.project())
      for (const Text* id : {&project->project_id, &project->iati_id, &project->prima_id})
        if (!id->empty()) return twins_.add_id(id->value, row);
    if (record.has_own_id()) return twins_.add_id(record.key, row);
    const std::string& title = record.title.value;
    if (record.key.empty() && twins_.add_address(record.address, title, row))
      record.key = place_key(row);
    if (!record.key.empty()) twins_.add_title(title, row);
  }

  SlidingText text_;
  RecordSink& sink_;
  CsvRows rows_;
  std::vector<TableColumn> columns_;
  std::vector<std::size_t> order_; ///< of the columns: by rank
  std::vector<Constant> constants_;
  RowTwins twins_;
  Ledger ledger_;
};

} // namespace

Ledger read_table(const OpenTable& open, const TableMapping& mapping, RecordSink& sink) {
  return TableReader(open, habits_of_table(open, mapping), mapping, sink).read();
}

bool is_table_of_records(SlidingText& text, const TableMapping& mapping) {
  try {
    CsvRows rows(text, separator_of(text, mapping));
    const auto header = rows.next();
    if (!header) return false;
    const auto columns = columns_of(rows, *header, mapping);
    check_columns(columns, header->place, mapping);
    const auto is_any_of = [&](auto... fields) {
      return std::ranges::any_of(columns, [=](const TableColumn& column) {
        return ((column.use.field == fields) || ...);
      });
    };
    return is_any_of(TableField::budget, TableField::start, TableField::end, TableField::year) ||
           std::ranges::any_of(columns, [](const TableColumn& column) {
             return column.is_clear && is_name(column);
           });
  } catch (const Error&) {
    return false;
  }
}

} // namespace tela::records
