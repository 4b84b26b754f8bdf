#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>

namespace tela::records {

/// Reads a project page whose fields have labels: dash lines, bullets or labels alone, French,
/// English or Spanish, values lost or not. Fills title, language, body, content (a Project) and
/// warnings of `record`; false, and nothing done, when fewer than two different labels stand there.
[[nodiscard]] bool read_labelled_project(std::span<const PageLine> lines, Record& record);

} // namespace tela::records
