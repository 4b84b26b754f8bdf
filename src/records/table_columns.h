#pragma once

#include "records/csv_rows.h"
#include "records/project_fields.h"
#include "records/table_mapping.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tela::records {

/// A column of a table and how its cells are read.
struct TableColumn {
  std::string name;
  ColumnUse use;        ///< neither field nor property: the column is left out
  std::size_t rank = 0; ///< of two columns for one field, that of the lower rank stands
  bool is_clear = true; ///< whether its name alone makes a table one of records
  char list_separator = ';';
  ValueHabits values{};     ///< of its dates and amounts
  bool holds_codes = false; ///< of states, in every cell
};

/// Whether the column names the record of its row: a title, or an id that is known elsewhere too.
[[nodiscard]] bool is_name(const TableColumn& column);

/// The columns of a header, by their names and the mapping. Throws Error(input) when a name stands
/// twice.
[[nodiscard]] std::vector<TableColumn> columns_of(const CsvRows& rows, const CsvRow& header,
                                                  const TableMapping& mapping);

/// Throws Error(input) unless a column is a title or id, the mapping's columns are there, and no
/// column fills the field of a constant.
void check_columns(const std::vector<TableColumn>& columns, const base::Place& header,
                   const TableMapping& mapping);

/// The separator of the table's cells: the mapping's, or what its first line shows.
[[nodiscard]] char separator_of(SlidingText& text, const TableMapping& mapping);

/// Opens a table at its beginning.
using OpenTable = std::function<SlidingText()>;

/// What a column's values show together of how they are written. Where one column's dates show
/// nothing, those of the table's other columns decide. `notes` says what was decided by what, and
/// what stays open, with the rows that show it.
struct TableHabits {
  std::vector<TableColumn> columns;
  std::vector<std::string> notes;
};

/// Reads the rest of the table for it. Rows that cannot be cut are passed over. Memory: the largest
/// row and a few words a column.
[[nodiscard]] TableHabits habits_of_rows(CsvRows& rows, std::vector<TableColumn> columns);

/// The same for a whole table, of which the columns are checked first. Throws as columns_of() and
/// check_columns(), and when the table is empty.
[[nodiscard]] TableHabits habits_of_table(const OpenTable& open, const TableMapping& mapping);

} // namespace tela::records
