#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::base {

/// Appends `text` escaped for XML 1.0 content and double-quoted attributes (& < > " and, so that
/// attribute normalisation keeps them, tab, newline and carriage return as references). Characters
/// that XML 1.0 cannot hold (U+0000–U+0008, U+000B, …, U+FFFE, U+FFFF) become U+FFFD.
/// Returns how many were so replaced: the caller counts and says it. REQUIRES: well-formed UTF-8.
std::size_t append_xml_escaped(std::string& out, std::string_view text);

} // namespace tela::base
