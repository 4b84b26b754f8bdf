#pragma once

#include "publish/columns.h"

#include <span>
#include <string>

namespace tela::publish {

/// A list as CSV (RFC 4180) for spreadsheets: the IRI of each row and its columns, with English
/// heads and names; several values of a cell are parted by "; ". Cells that a spreadsheet would
/// take for a formula begin with an apostrophe.
[[nodiscard]] std::string list_csv(const Links& page, std::span<const Column> columns,
                                   std::span<const Row> rows);

} // namespace tela::publish
