#pragma once

#include <string_view>

namespace tela::records {

/// The gate before the HTML parser, which works recursively and repeats open formatting elements in
/// every block: throws Error(input) with line and column when `page` is too large, nests too many
/// elements that nothing closes by itself, or would make the parser repeat too much. One pass over
/// the tags.
void check_html_gate(std::string_view source, std::string_view page);

} // namespace tela::records
