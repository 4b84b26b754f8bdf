#pragma once

#include "cli/command_outline.h"

#include <string>
#include <string_view>

namespace tela::cli {

/// The manual page of one command, section 1, as man(7) wants it. Cost: linear in its length.
[[nodiscard]] std::string manual_page(const CommandOutline& command, std::string_view version);

/// The name of its file: "tela-graph-query.1".
[[nodiscard]] std::string manual_file_name(const CommandOutline& command);

} // namespace tela::cli
