#include "records/spreadsheet.h"

#include "base/ascii.h"
#include "records/sheets.h"

namespace tela::records {

namespace {

std::string lower_extension(const std::filesystem::path& path) {
  return base::ascii_lower(path.extension().string());
}

} // namespace

SpreadsheetTable read_spreadsheet(const std::filesystem::path& path,
                                  const std::optional<std::string>& sheet) {
  const ZipArchive archive(path);
  SheetText text(path.string());
  const auto read = lower_extension(path) == ".xlsx" ? read_xlsx : read_ods;
  read(archive, path.string(), sheet, text);
  return {text.take(), text.notes()};
}

bool is_spreadsheet(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  return extension == ".xlsx" || extension == ".ods";
}

} // namespace tela::records
