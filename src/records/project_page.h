#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace tela::records {

/// Id of the IOM Development Fund, which pays for every project that these pages show.
inline constexpr std::string_view development_fund = "idf";

/// Whether the project is of that fund, whose budgets are in US dollars where nothing else is said:
/// its pages say so in a label, or leave it out.
[[nodiscard]] bool is_of_fund(const Project& project);

/// The projects of a page whose fields have labels: dash lines, bullets or labels alone, French,
/// English or Spanish, values lost or not. Where the first label comes again with others behind it,
/// another project begins, and the line above it is its title. Title, language, body, content (a
/// Project) and warnings of each; none when fewer than two different labels stand there.
[[nodiscard]] std::vector<Record> read_labelled_projects(std::span<const PageLine> lines);

} // namespace tela::records
