#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::base {

/// Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7: no overlong
/// forms, no surrogates, nothing above U+10FFFF), or nothing. Cost: linear, eight ASCII bytes a
/// step.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Number of code points. REQUIRES: well-formed UTF-8 (otherwise counts lead bytes).
[[nodiscard]] std::size_t code_point_count(std::string_view text);

/// The code point at byte `at` of well-formed `text`; moves `at` behind it. REQUIRES: at <
/// text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// `bytes` with "%XX" for each byte that is not part of well-formed UTF-8, as addresses write it:
/// names of files may hold any bytes, what is written as JSON or XML may not. Cost: linear, times
/// the number of such bytes.
[[nodiscard]] std::string escape_invalid_utf8(std::string_view bytes);

/// Appends `code_point` as UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& text, char32_t code_point);

} // namespace tela::base
