#pragma once

#include <cstddef>
#include <string_view>

namespace tela::records {

/// Throws Error(input) when `text` is empty or holds a NUL byte: it is no text, or UTF-16.
void check_not_binary(std::string_view source, std::string_view text);

/// How many characters of `text` look like UTF-8 that was once read as Windows-1252 or -1250 and
/// saved again: "Ã©" or "Ă©" for "é", "â€™" for an apostrophe. REQUIRES: well-formed UTF-8.
[[nodiscard]] std::size_t twice_encoded(std::string_view text);

/// Does what check_not_binary() does, and throws when `text` holds bytes that are not UTF-8; with
/// line, column and advice. Cost: linear.
void check_text(std::string_view source, std::string_view text);

} // namespace tela::records
