#pragma once

#include <string_view>

namespace tela::records {

/// Throws Error(input) with line, column and advice when `text` is empty, holds a NUL byte (it is
/// no text) or bytes that are not UTF-8. Cost: linear, one pass over the bytes for each.
void check_text(std::string_view source, std::string_view text);

} // namespace tela::records
