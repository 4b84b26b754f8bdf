#pragma once

#include <filesystem>
#include <string>

namespace tela::records {

/// The first sheet of a spreadsheet as the text of a CSV file, so that it is read as every table: a
/// line for each row, empty ones too, so that rows keep their numbers. Numbers are written with a
/// point that cannot be taken for one of thousands, days in ISO's form; what a cell shows by its
/// format alone (a currency sign, a per cent sign) is not part of it.
///
/// XLSX (ECMA-376, part 1) when the file's name ends in .xlsx, else ODS (OpenDocument 1.3). Throws
/// Error(input) when the file is none, damaged, or larger than ZipArchive allows. Memory: the
/// unpacked sheet, several times.
[[nodiscard]] std::string spreadsheet_text(const std::filesystem::path& path);

/// Whether the name is one of a spreadsheet.
[[nodiscard]] bool is_spreadsheet(const std::filesystem::path& path);

} // namespace tela::records
