#pragma once

#include <string_view>

namespace tela::records {

/// Throws Error(input) when `text` is empty or holds a NUL byte: it is no text, or UTF-16.
void check_not_binary(std::string_view source, std::string_view text);

/// The same, and when it holds bytes that are not UTF-8; with line, column and advice. Cost:
/// linear.
void check_text(std::string_view source, std::string_view text);

} // namespace tela::records
