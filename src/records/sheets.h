#pragma once

#include "records/sheet_text.h"
#include "records/zip_archive.h"

namespace tela::records {

/// Writes the first sheet of an XLSX file to `sheet`. Throws Error(input) when it has none, or XML
/// that is not well-formed.
void read_xlsx(const ZipArchive& archive, std::string_view source, SheetText& sheet);

/// The same for the first table of an ODS file.
void read_ods(const ZipArchive& archive, std::string_view source, SheetText& sheet);

} // namespace tela::records
