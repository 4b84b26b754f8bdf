#pragma once

#include "records/table_columns.h"

#include <string>

namespace tela::records {

/// The text of a mapping for a table: a line a column, with its first values and the reason in
/// comments. Where no column is named like a title, the one with the longest texts is guessed.
/// Columns that nothing takes are left out ("-"), with what may be written instead. Reads the table
/// twice. Throws Error(input) when it is empty or a column stands twice.
[[nodiscard]] std::string suggest_mapping(const OpenTable& open);

} // namespace tela::records
