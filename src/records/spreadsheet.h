#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tela::records {

/// One sheet of a spreadsheet as the text of a CSV file, so that it is read as every table: a line
/// for each row, empty ones too, so that rows keep their numbers. Numbers are written with a point
/// that cannot be taken for one of thousands, days in ISO's form; what a cell shows by its format
/// alone (a currency sign, a per cent sign) is not part of it.
struct SpreadsheetTable {
  std::string text;
  /// What is not in it: the file's other sheets, errors, formulas without a result, merged cells.
  std::vector<std::string> notes;
};

/// Reads the sheet of that name, else the first that is shown. XLSX (ECMA-376, part 1) when the
/// file's name ends in .xlsx, else ODS (OpenDocument 1.3). Throws Error(input) when the file is
/// none, has no such sheet, is damaged, or larger than ZipArchive allows. Memory: the unpacked
/// sheet, several times.
[[nodiscard]] SpreadsheetTable read_spreadsheet(const std::filesystem::path& path,
                                                const std::optional<std::string>& sheet = {});

/// Whether the name is one of a spreadsheet.
[[nodiscard]] bool is_spreadsheet(const std::filesystem::path& path);

} // namespace tela::records
