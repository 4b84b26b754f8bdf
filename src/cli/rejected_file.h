#pragma once

#include "importer/importer.h"

#include <string>

namespace tela::cli {

/// Writes a CSV of the records that a build left out: file, line, column, reason, advice. Throws as
/// Destination.
void write_rejected(const importer::ImportReport& report, const std::string& path);

} // namespace tela::cli
