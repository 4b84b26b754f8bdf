#pragma once

#include <string>
#include <string_view>

namespace tela::base {

/// `text` without what would move a terminal's cursor, colour its screen or turn the direction of
/// writing: control characters and bidirectional overrides as \n, \t, … or \u202E, bytes that are
/// not UTF-8 as \xE9.
[[nodiscard]] std::string printable(std::string_view text);

/// The same for texts of several lines, whose ends stay.
[[nodiscard]] std::string printable_lines(std::string_view text);

} // namespace tela::base
