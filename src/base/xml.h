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

/// The gate before every XML parser: throws Error(input) with line and column when `document`
/// (whole, UTF-8) holds a DOCTYPE, or elements nested deeper than `max_depth`, or malformed UTF-8.
/// Looks at tags only, one pass, no allocation; everything else is left to the parser behind it.
void check_xml_gate(std::string_view source, std::string_view document,
                    std::size_t max_depth = 256);

} // namespace tela::base
