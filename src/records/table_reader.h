#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"
#include "records/table_columns.h"
#include "records/table_mapping.h"

namespace tela::records {

/// Reads the records of a table with a header, one a row. A wrong row goes to sink.reject() with
/// row, column and line; the others go on. Columns that fill no field are counted in the ledger.
///
/// The table is read twice: first for what a column's values show together (see TableHabits), which
/// the ledger's notes tell. A row is another record than every other row, unless an id says that
/// the two are one: rows without project id, Prima id, IATI identifier and address are told apart
/// by their own id (`Record::key`) or by their number. Rows that share an id, and titles that stand
/// more than once without one, are counted in the notes.
///
/// Throws Error(input) as columns_of(). Memory: the largest row, and 16 bytes a row for the ids and
/// titles met.
Ledger read_table(const OpenTable& open, const TableMapping& mapping, RecordSink& sink);

/// Whether the header of a table has a column for a title or project id, or for a name and other
/// fields of a project. False, too, when it has no header that can be read. Reads no further.
[[nodiscard]] bool is_table_of_records(SlidingText& text, const TableMapping& mapping);

} // namespace tela::records
