#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>
#include <string_view>

namespace tela::records {

/// Id of the IOM Development Fund, which pays for every project that these pages show.
inline constexpr std::string_view development_fund = "idf";

/// Reads a project page whose fields have labels: dash lines, bullets or labels alone, French,
/// English or Spanish, values lost or not. Fills title, language, body, content (a Project) and
/// warnings of `record`; false, and nothing done, when fewer than two different labels stand there.
[[nodiscard]] bool read_labelled_project(std::span<const PageLine> lines, Record& record);

} // namespace tela::records
