#include "records/spreadsheet.h"

#include "base/ascii.h"
#include "records/sheets.h"

namespace tela::records {

namespace {

std::string lower_extension(const std::filesystem::path& path) {
  return base::ascii_lower(path.extension().string());
}

} // namespace

std::string spreadsheet_text(const std::filesystem::path& path) {
  const ZipArchive archive(path);
  SheetText sheet(path.string());
  if (lower_extension(path) == ".xlsx")
    read_xlsx(archive, path.string(), sheet);
  else
    read_ods(archive, path.string(), sheet);
  return sheet.take();
}

bool is_spreadsheet(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  return extension == ".xlsx" || extension == ".ods";
}

} // namespace tela::records
