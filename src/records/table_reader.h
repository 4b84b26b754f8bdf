#pragma once

#include "records/record_sink.h"
#include "records/sliding_text.h"
#include "records/table_mapping.h"

namespace tela::records {

/// Reads a table (CSV, TSV; the first row names the columns) into records, one a row. A row whose
/// values its fields cannot have, or with more or fewer cells than columns, is rejected with row,
/// column and line; the others go on. Columns that fill no field are counted in the ledger. Throws
/// Error(input) when the header is wrong: empty, a column twice, no column for a title or project
/// id, a column of the mapping that is not there. Memory: the largest row.
Ledger read_table(SlidingText& text, const TableMapping& mapping, RecordSink& sink);

/// Whether the header of a table has a column for a title or project id. False, too, when it has no
/// header that can be read. Reads no further.
[[nodiscard]] bool is_table_of_records(SlidingText& text, const TableMapping& mapping);

} // namespace tela::records
