#pragma once

#include "records/sheet_text.h"
#include "records/zip_archive.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::records {

/// The name of the sheet to be read; nothing: the first that is shown.
using WantedSheet = std::optional<std::string>;

/// Writes one sheet of an XLSX file to `sheet`. Throws Error(input) when it has none of that name,
/// XML that is not well-formed, or is damaged: cells that refer to no text, rows and cells that do
/// not ascend.
void read_xlsx(const ZipArchive& archive, std::string_view source, const WantedSheet& wanted,
               SheetText& sheet);

/// The same for a table of an ODS file.
void read_ods(const ZipArchive& archive, std::string_view source, const WantedSheet& wanted,
              SheetText& sheet);

struct SheetEntry {
  std::string name;
  bool is_hidden = false;
};

/// The place in `entries` of the sheet that is wanted, which `sheet` is told of together with the
/// others. Throws Error(input) when there is none.
[[nodiscard]] std::size_t choose_sheet(const std::vector<SheetEntry>& entries,
                                       std::string_view source, const WantedSheet& wanted,
                                       SheetText& sheet);

} // namespace tela::records
